/** Pages that only say something: a link that does not work, a request that cannot be served. */
import type { Locale } from '../rendering/choose-locale.ts';
import { type Page, paragraphs } from './page-frame.ts';

export type NoteName =
  | 'wrongLink'
  | 'expiredLink'
  | 'nobody'
  | 'notFound'
  | 'wrongMethod'
  | 'tooLarge'
  | 'notNow'
  | 'tryLater';

interface Note {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly ja: readonly [title: string, ...paragraphs: string[]];
  readonly en: readonly [title: string, ...paragraphs: string[]];
}

const notes: Readonly<Record<NoteName, Note>> = {
  wrongLink: {
    status: 400,
    ja: [
      'このリンクは使えません',
      'アドレスが途中で切れているようです。メールのリンクをもう一度押すか、下のお問い合わせ先までお知らせください。配信の停止も、すぐに承ります。',
    ],
    en: [
      'This link does not work',
      'It seems to have been cut off. Please press the link in the mail again, or write to the contact below: we will do what you came for, and unsubscribe you if you wish.',
    ],
  },
  expiredLink: {
    status: 410,
    ja: [
      'このリンクの期限が過ぎています',
      'お手数ですが、新しいメールのリンクをお使いください。お困りのときは、下のお問い合わせ先までお知らせください。',
    ],
    en: [
      'This link has expired',
      'Please use the link in a newer mail. If there is none, write to the contact below and we will help you.',
    ],
  },
  nobody: {
    status: 410,
    ja: [
      'お客様の情報はもうありません',
      'このリンクのお客様の情報は、もうお預かりしていません。何もなさる必要はありません。',
    ],
    en: [
      'We hold nothing about you any more',
      'There is nothing left to change behind this link, and nothing you need to do.',
    ],
  },
  notFound: {
    status: 404,
    ja: ['ページが見つかりません', 'メールのリンクをもう一度お確かめください。'],
    en: ['There is no such page', 'Please check the link in the mail.'],
  },
  wrongMethod: {
    status: 405,
    headers: { allow: 'GET, HEAD, POST' },
    ja: ['この操作はできません', 'メールのリンクからもう一度お開きください。'],
    en: ['This cannot be done here', 'Please open the link in the mail once more.'],
  },
  tooLarge: {
    status: 413,
    ja: ['入力が長すぎます', '前のページに戻り、短くしてもう一度お送りください。'],
    en: ['That was too long', 'Please go back, shorten what you wrote, and send it again.'],
  },
  notNow: {
    status: 429,
    headers: { 'retry-after': '3600' },
    ja: [
      'ただいまお申し込みを承れません',
      '申し訳ありません。お申し込みが混み合っており、まだ承っていません。しばらくおいて、もう一度お試しください。',
    ],
    en: [
      'No sign-ups right now',
      'We are sorry, so many are signing up that yours is not taken yet. Please try again later.',
    ],
  },
  tryLater: {
    status: 503,
    headers: { 'retry-after': '60' },
    ja: [
      'まだ手続きができていません',
      '申し訳ありません。手続きを終えられませんでした。一分ほどおいて、もう一度お試しください。続けてうまくいかないときは、下のお問い合わせ先までお知らせください。',
    ],
    en: [
      'This is not done yet',
      'We are sorry, this could not be completed. Please try again in a minute. If it keeps failing, write to the contact below.',
    ],
  },
};

/** A page without a form. It names nobody. */
export function note(name: NoteName, locale: Locale): Page {
  const { status, headers = {}, [locale]: words } = notes[name];
  const [title, ...texts] = words;
  return { locale, status, headers, title, content: paragraphs(texts) };
}
