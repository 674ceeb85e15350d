/** No more marketing mail: asked on GET, done on POST, by the page's button and by RFC 8058's one click alike. */
import { html } from 'hono/html';
import { unsubscribe } from '../feedback/unsubscribe.ts';
import { type Page, paragraphs } from './page-frame.ts';
import { claimsOf, localeOf, otherLanguage, pathFor, type Visit } from './visit.ts';

const words = {
  ja: {
    ask: 'お知らせの配信を停止しますか',
    asked: [
      '下のボタンを押すと、お店からのお知らせのメールが届かなくなります。',
      'ご注文の確認など、お買い物に必要なご連絡はこれまでどおりお届けします。',
    ],
    button: '配信を停止する',
    or: ['または、', '受け取る内容や回数をお選びください', '。'],
    done: '配信を停止しました',
    said: [
      'お店からのお知らせのメールは、これからはお送りしません。これまでお読みくださり、ありがとうございました。',
      'ご注文の確認など、お買い物に必要なご連絡はこれまでどおりお届けします。',
    ],
  },
  en: {
    ask: 'Stop receiving our mails?',
    asked: [
      'Press the button, and we will send you no more news and tips.',
      'Mails that belong to an order of yours, such as its confirmation, will still reach you.',
    ],
    button: 'Unsubscribe',
    or: ['Or ', 'choose what you want, and how often', '.'],
    done: 'You are unsubscribed',
    said: [
      'We will send you no more news and tips. Thank you for having read them.',
      'Mails that belong to an order of yours, such as its confirmation, will still reach you.',
    ],
  },
} as const;

export async function showUnsubscribePage(visit: Visit, token: string): Promise<Page> {
  const opened = await claimsOf(visit, token, 'unsubscribe');
  if ('refused' in opened) return opened.refused;
  const { customer, about, locale: ofMail } = opened.claims;
  const locale = localeOf(visit, ofMail);
  const { ask, asked, button, or } = words[locale];
  const choose = await pathFor(visit, 'p', { purpose: 'preferences', customer, about, locale });
  return {
    locale,
    title: ask,
    content: [
      ...paragraphs(asked),
      html`<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button type="submit">${button}</button></form>
<p class="more">${or[0]}<a href="${choose}">${or[1]}</a>${or[2]}</p>`,
    ],
    otherLanguage: otherLanguage(visit, locale),
  };
}

/** What is posted is not read: whoever posts to this link wants what it is for, in whatever form he says so. */
export async function actOnUnsubscribe(visit: Visit, token: string): Promise<Page> {
  const claims = await unsubscribe(visit.engine, token);
  if (!claims) return showUnsubscribePage(visit, token);
  visit.engine.world.metrics.count('Unsubscribed');
  const locale = localeOf(visit, claims.locale);
  const { done, said } = words[locale];
  return { locale, title: done, content: paragraphs(said) };
}
