/** What the public pages say, in each language. */

export type PageName = 'ask' | 'done' | 'wrongLink' | 'notFound' | 'wrongMethod' | 'tryLater';

export interface PageWords {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly button?: string;
}

interface Words extends Readonly<Record<PageName, PageWords>> {
  readonly contact: string;
}

export const words: Readonly<Record<'ja' | 'en', Words>> = {
  ja: {
    contact: 'お問い合わせ',
    ask: {
      title: 'お知らせの配信を停止しますか',
      paragraphs: [
        '下のボタンを押すと、お店からのお知らせのメールが届かなくなります。',
        'ご注文の確認など、お買い物に必要なご連絡はこれまでどおりお届けします。',
      ],
      button: '配信を停止する',
    },
    done: {
      title: '配信を停止しました',
      paragraphs: [
        'お店からのお知らせのメールは、これからはお送りしません。これまでお読みくださり、ありがとうございました。',
        'ご注文の確認など、お買い物に必要なご連絡はこれまでどおりお届けします。',
      ],
    },
    wrongLink: {
      title: 'このリンクは使えません',
      paragraphs: [
        'アドレスが途中で切れているようです。メールのリンクをもう一度押すか、下のお問い合わせ先までお知らせください。すぐに停止いたします。',
      ],
    },
    notFound: { title: 'ページが見つかりません', paragraphs: ['メールのリンクをもう一度お確かめください。'] },
    wrongMethod: {
      title: 'この操作はできません',
      paragraphs: ['メールのリンクからもう一度お開きください。'],
    },
    tryLater: {
      title: 'まだ停止できていません',
      paragraphs: [
        '申し訳ありません。手続きを終えられませんでした。一分ほどおいて、もう一度お試しください。続けてうまくいかないときは、下のお問い合わせ先までお知らせください。',
      ],
    },
  },
  en: {
    contact: 'Contact',
    ask: {
      title: 'Stop receiving our mails?',
      paragraphs: [
        'Press the button, and we will send you no more news and tips.',
        'Mails that belong to an order of yours, such as its confirmation, will still reach you.',
      ],
      button: 'Unsubscribe',
    },
    done: {
      title: 'You are unsubscribed',
      paragraphs: [
        'We will send you no more news and tips. Thank you for having read them.',
        'Mails that belong to an order of yours, such as its confirmation, will still reach you.',
      ],
    },
    wrongLink: {
      title: 'This link does not work',
      paragraphs: [
        'It seems to have been cut off. Please press the link in the mail again, or write to the contact below, and we will unsubscribe you.',
      ],
    },
    notFound: { title: 'There is no such page', paragraphs: ['Please check the link in the mail.'] },
    wrongMethod: {
      title: 'This cannot be done here',
      paragraphs: ['Please open the link in the mail once more.'],
    },
    tryLater: {
      title: 'You are not unsubscribed yet',
      paragraphs: [
        'We are sorry, this could not be completed. Please try again in a minute. If it keeps failing, write to the contact below.',
      ],
    },
  },
};
