/** What the preference page says, in each language. Change `wording` with the words: proofs of consent name it. */
import type { Topic } from '../../core/values/topic.ts';

export const preferenceWording = 'preferences-1';

interface Words {
  readonly title: string;
  readonly intro: string;
  readonly topicsAsk: string;
  readonly topics: Readonly<Record<Topic, readonly [label: string, hint: string]>>;
  readonly oftenAsk: string;
  readonly often: Readonly<Record<'all' | 'weekly' | 'pause', readonly [label: string, hint: string]>>;
  readonly pauseFor: string;
  readonly days: (days: number) => string;
  readonly keepUntil: (date: string) => string;
  readonly language: string;
  readonly birthday: string;
  readonly birthdayKnown: string;
  readonly birthdayNew: string;
  readonly interests: string;
  readonly values: string;
  readonly save: string;
  readonly saved: string;
  readonly wrongBirthday: string;
  readonly otherAddress: string;
  readonly nothing: readonly [title: string, text: string, button: string];
  readonly gone: readonly [title: string, ...texts: string[]];
}

export const preferenceWords: Readonly<Record<'ja' | 'en', Words>> = {
  ja: {
    title: '受け取りの設定',
    intro: 'お読みになりたいものだけをお選びください。いつでも変えられます。',
    topicsAsk: 'どのお便りを受け取りますか',
    topics: {
      tips: ['使い方と暮らしの話', 'お届けした品の使い方、レシピ、手入れ'],
      offers: ['お得なお知らせ', 'クーポン、セール、ポイント'],
      news: ['新しい品とお店の話', '新商品、再入荷、作り手の話'],
      surveys: ['ご感想のお伺い', '短い質問。品ぞろえの参考にします'],
      events: ['催しのご案内', '試飲会、講座、見学'],
      course: ['連載の便り', '一つのことを順にお話しする、続きものの便り'],
    },
    oftenAsk: 'どのくらいの頻度がよいですか',
    often: {
      all: ['おまかせ', 'お店のおすすめの頻度で'],
      weekly: ['週に一通まで', 'とくにお伝えしたいものだけ'],
      pause: ['しばらくお休み', '期間が過ぎると、自然に再開します'],
    },
    pauseFor: 'お休みの期間',
    days: (days) => `${days}日間`,
    keepUntil: (date) => `${date}まで（今のまま）`,
    language: 'メールの言語',
    birthday: 'お誕生日',
    birthdayKnown: 'すでに伺っています。変えるときだけご記入ください。',
    birthdayNew: 'よろしければお聞かせください。お祝いのお便りに使います。',
    interests: '興味のあるもの',
    values: 'お選びになるとき、大切になさること',
    save: '保存する',
    saved: '設定を保存しました。次のお便りから、このとおりにいたします。',
    wrongBirthday: 'お誕生日の日付が読み取れませんでした。ほかの設定は保存しました。',
    otherAddress:
      'このリンクは以前のアドレスにお届けしたものなので、お便りを増やすことはできません。新しいアドレスに届いたメールのリンクをお使いください。ほかの設定は保存しました。',
    nothing: [
      '何も受け取らない',
      'お知らせをすべて止めます。ご注文に関するご連絡だけはお届けします。',
      'すべて止める',
    ],
    gone: [
      'すべてのお知らせを止めました',
      'これまでお読みくださり、ありがとうございました。',
      'ご注文の確認など、お買い物に必要なご連絡はこれまでどおりお届けします。',
    ],
  },
  en: {
    title: 'What you receive',
    intro: 'Choose what you like to read, and nothing else. You can change it at any time.',
    topicsAsk: 'Which mails would you like?',
    topics: {
      tips: ['Tips and ideas', 'How to use what you bought, recipes, care'],
      offers: ['Offers', 'Coupons, sales, points'],
      news: ['News', 'New products, what is back in stock, stories of makers'],
      surveys: ['Questions to you', 'Short surveys; your answers shape what we stock'],
      events: ['Events', 'Tastings, courses, visits'],
      course: ['The letter series', 'Letters that follow one another and tell one thing in turn'],
    },
    oftenAsk: 'How often?',
    often: {
      all: ['As it comes', 'As often as we find it worth your while'],
      weekly: ['Once a week at most', 'Only what matters most'],
      pause: ['Pause', 'They begin again by themselves after a while'],
    },
    pauseFor: 'Pause for',
    days: (days) => `${days} days`,
    keepUntil: (date) => `until ${date}, as it is now`,
    language: 'Language of the mails',
    birthday: 'Birthday',
    birthdayKnown: 'We know it already. Fill this in only to change it.',
    birthdayNew: 'If you like. We use it to congratulate you.',
    interests: 'What interests you',
    values: 'What matters to you when you buy',
    save: 'Save',
    saved: 'Saved. The next mails will follow it.',
    wrongBirthday: 'The birthday could not be read as a date. Everything else is saved.',
    otherAddress:
      'This link went to another address than yours is now, so it cannot ask for more mails. Please use a link that came to the new address. Everything else is saved.',
    nothing: [
      'Nothing any more',
      'Stops all news and tips. Only mails that belong to your orders will reach you.',
      'Stop everything',
    ],
    gone: [
      'We will send you no more news',
      'Thank you for having read them.',
      'Mails that belong to an order of yours, such as its confirmation, will still reach you.',
    ],
  },
};
