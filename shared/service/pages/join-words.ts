/** What the sign-up page says, in each language. Change `wording` with the words: proofs of consent name it. */
export const joinWording = 'sign-up-1';

export const joinWords = {
  ja: {
    title: 'お便りのお申し込み',
    intro: 'お店からのお便りをメールでお届けします。いつでも一回の操作で止められます。',
    email: 'メールアドレス',
    name: 'お名前（なくても構いません）',
    topicsAsk: '受け取りたいもの（お選びがなければ、おすすめをお届けします）',
    trap: 'この欄には何も書かないでください',
    agree:
      '「申し込む」を押すと、お便りの受け取りに同意したことになります。アドレスはお便りのためだけに使います。',
    button: '申し込む',
    wrongEmail: 'メールアドレスをもう一度お確かめください。',
    wrongTopic: '受け取りたいものを、もう一度お選びください。',
    done: 'お申し込みありがとうございます',
    said: [
      '初めてのお申し込みには、確認のメールをお送りします。メールの中のボタンを押していただくと、お申し込みが完了します。',
      '届かないときは、迷惑メールの入れ物もご覧ください。',
    ],
  },
  en: {
    title: 'Sign up for our mails',
    intro: 'News from the shop, by mail. One press ends them at any time.',
    email: 'E-mail address',
    name: 'Name (if you like)',
    topicsAsk: 'What would you like? (If you choose nothing, we choose for you.)',
    trap: 'Please leave this field empty',
    agree:
      'By pressing "Sign up" you agree to receive mails from us. We use the address for them and nothing else.',
    button: 'Sign up',
    wrongEmail: 'Please check the e-mail address.',
    wrongTopic: 'Please choose once more what you would like.',
    done: 'Thank you for signing up',
    said: [
      'Unless you get our mails already, one comes that asks whether it was you. Press the button in it, and you are signed up.',
      'If it does not come, please look into your spam folder.',
    ],
  },
} as const;
