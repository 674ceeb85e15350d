/** The second half of a double opt-in: only her own press grants what was asked for, and only while it is asked for. */
import { html } from 'hono/html';
import { pendingTopics } from '../../core/facts/consent-confirmation.ts';
import type { Customer } from '../../core/record/customer.ts';
import { takeIn } from './own-events.ts';
import { type Page, paragraphs } from './page-frame.ts';
import { note } from './page-notes.ts';
import { claimsOf, isAtHerAddress, localeOf, otherLanguage, pathFor, personOf, type Visit } from './visit.ts';

const confirmSource = 'double-opt-in';
const wording = 'confirm-1';

const words = {
  ja: {
    ask: 'お便りの受け取りを確認します',
    asked: ['下のボタンを押すと、お店からのお便りの受け取りに同意したことになります。いつでも止められます。'],
    button: '受け取る',
    done: 'ありがとうございます',
    said: ['お便りの受け取りを承りました。'],
    choose: '受け取る内容や回数を選ぶ',
    nothing: '確認するものはありません',
    nothingSaid: ['すでに確認が済んでいるか、お申し込みが取り消されています。'],
  },
  en: {
    ask: 'Please confirm that you want our mails',
    asked: ['By pressing the button you agree to receive mails from us. You can end them at any time.'],
    button: 'Yes, send them',
    done: 'Thank you',
    said: ['It is confirmed: our mails will reach you.'],
    choose: 'Choose what you want, and how often',
    nothing: 'There is nothing to confirm',
    nothingSaid: ['It is either confirmed already, or was withdrawn.'],
  },
} as const;

export async function showConfirm(visit: Visit, token: string): Promise<Page> {
  const opened = await opener(visit, token);
  if ('refused' in opened) return opened.refused;
  const { locale } = opened;
  if (pendingTopics(opened.person.consent).length === 0) return await ended(visit, opened, 'nothing');
  const { ask, asked, button } = words[locale];
  return {
    locale,
    title: ask,
    content: [
      ...paragraphs(asked),
      html`<form method="post"><input type="hidden" name="confirm" value="yes"><button type="submit">${button}</button></form>`,
    ],
    otherLanguage: otherLanguage(visit, locale),
  };
}

export async function actOnConfirm(visit: Visit, token: string): Promise<Page> {
  const opened = await opener(visit, token);
  if ('refused' in opened) return opened.refused;
  const { person } = opened;
  const pending = pendingTopics(person.consent);
  if (pending.length === 0) return await ended(visit, opened, 'nothing');
  if (visit.form.get('confirm') !== 'yes') return await showConfirm(visit, token);
  const consent = { channel: 'email', topics: pending, granted: true, source: confirmSource, wording };
  await takeIn(visit, person.id, [{ name: 'ConsentChanged', about: 'confirmed', detail: { consent } }]);
  return await ended(visit, opened, 'done');
}

interface Opened {
  readonly person: Customer;
  readonly locale: Page['locale'];
  /** The mark of the address that the link went to. */
  readonly about: string | undefined;
}

/** A link that went to an address which is not hers any more confirms nothing: what is pending is asked of the new one. */
async function opener(visit: Visit, token: string): Promise<Opened | { readonly refused: Page }> {
  const opened = await claimsOf(visit, token, 'confirm');
  if ('refused' in opened) return opened;
  const person = await personOf(visit, opened.claims.customer);
  const locale = localeOf(visit, person?.profile.locale, opened.claims.locale);
  if (!person) return { refused: note('nobody', locale) };
  if (await isAtHerAddress(visit, person, opened.claims)) {
    return { person, locale, about: opened.claims.about };
  }
  visit.engine.world.metrics.count('LinkRefused');
  return { refused: note('expiredLink', locale) };
}

async function ended(
  visit: Visit,
  { person, locale, about }: Opened,
  how: 'done' | 'nothing',
): Promise<Page> {
  const { done, said, nothing, nothingSaid, choose } = words[locale];
  const path = await pathFor(visit, 'p', { purpose: 'preferences', customer: person.id, about, locale });
  return {
    locale,
    title: how === 'done' ? done : nothing,
    content: [
      ...paragraphs(how === 'done' ? said : nothingSaid),
      html`<p class="more"><a href="${path}">${choose}</a></p>`,
    ],
  };
}
