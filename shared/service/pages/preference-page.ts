/** What she wants to receive, in detail: shown as the store knows it, changed only where she changed it. */
import { html } from 'hono/html';
import { consentFor } from '../../core/facts/consent-question.ts';
import type { Customer } from '../../core/record/customer.ts';
import { pausedUntil } from '../../core/record/wishes.ts';
import { topics } from '../../core/values/topic.ts';
import { withdrawAll } from '../feedback/unsubscribe.ts';
import type { Locale } from '../rendering/choose-locale.ts';
import { choices, hidden, optionsOf, select } from './form-parts.ts';
import { takeIn } from './own-events.ts';
import { type Markup, type Page, paragraphs } from './page-frame.ts';
import { note } from './page-notes.ts';
import {
  asksForMore,
  isBirthdayWrong,
  pageAsksFor,
  pageSource,
  pauses_days,
  preferenceChanges,
} from './preference-events.ts';
import { preferenceWords } from './preference-words.ts';
import { claimsOf, isAtHerAddress, localeOf, otherLanguage, personOf, type Visit } from './visit.ts';

export async function showPreferences(visit: Visit, token: string): Promise<Page> {
  const opened = await opener(visit, token);
  if ('refused' in opened) return opened.refused;
  const { person, locale } = opened;
  return { ...formPage(visit, person, locale), otherLanguage: otherLanguage(visit, locale) };
}

/** A post without the form's own mark changes nothing: no program that posts by itself can take her topics away. */
export async function actOnPreferences(visit: Visit, token: string): Promise<Page> {
  const opened = await opener(visit, token);
  if ('refused' in opened) return opened.refused;
  const { person, locale } = opened;
  const asked = pageAsksFor(visit.form);
  if (asked === 'nothing') {
    await withdrawAll(visit.engine, person.id, pageSource);
    visit.engine.world.metrics.count('Unsubscribed');
    const [title, ...texts] = preferenceWords[locale].gone;
    return { locale, title, content: paragraphs(texts) };
  }
  if (asked === undefined) return formPage(visit, person, locale);
  const mayGrant = await isAtHerAddress(visit, person, opened);
  await takeIn(visit, person.id, preferenceChanges(visit, person, mayGrant));
  const after = (await personOf(visit, person.id)) ?? person;
  const next = localeOf(visit, after.profile.locale, locale);
  return formPage(visit, after, next, toldAfter(visit, mayGrant, next));
}

function toldAfter(visit: Visit, mayGrant: boolean, locale: Locale): string {
  const { saved, wrongBirthday, otherAddress } = preferenceWords[locale];
  if (!mayGrant && asksForMore(visit)) return otherAddress;
  return isBirthdayWrong(visit) ? wrongBirthday : saved;
}

async function opener(visit: Visit, token: string) {
  const opened = await claimsOf(visit, token, 'preferences');
  if ('refused' in opened) return opened;
  const { customer, about, locale } = opened.claims;
  const person = await personOf(visit, customer);
  if (!person) return { refused: note('nobody', localeOf(visit, locale)) };
  return { person, about, locale: localeOf(visit, person.profile.locale, locale) };
}

function formPage(visit: Visit, person: Customer, locale: Locale, note?: string): Page {
  const { title, intro, save, nothing } = preferenceWords[locale];
  const { attributes = {} } = person.profile;
  const { interests, values } = visit.engine.book.preferences;
  const ofHers = (name: 'interests' | 'values', offered: Parameters<typeof optionsOf>[0]) => ({
    question: preferenceWords[locale][name],
    options: optionsOf(offered, [attributes[name]].flat(), locale),
  });
  return {
    locale,
    title,
    content: [
      note === undefined ? html`<p>${intro}</p>` : html`<p class="note" role="status">${note}</p>`,
      html`<form method="post">${hidden('save', 'preferences')}
${topicsPart(person, locale)}
${oftenPart(visit, person, locale)}
${choices('checkbox', 'interests', ofHers('interests', interests))}
${choices('checkbox', 'values', ofHers('values', values))}
${aboutHerPart(visit, person, locale)}
<button type="submit">${save}</button></form>
<form method="post" class="more">${hidden('save', 'nothing')}<fieldset><legend>${nothing[0]}</legend><p>${nothing[1]}</p></fieldset>
<button class="quiet" type="submit">${nothing[2]}</button></form>`,
    ],
  };
}

/** What stood there when she looked is sent along, so that only what she changed is changed. */
function topicsPart(person: Customer, locale: Locale): Markup {
  const { topicsAsk, topics: texts } = preferenceWords[locale];
  const granted = topics.filter((topic) => consentFor(person.consent, topic)?.is === 'granted');
  const options = topics.map((topic) => ({
    value: topic,
    label: texts[topic][0],
    hint: texts[topic][1],
    chosen: granted.includes(topic),
  }));
  return choices('checkbox', 'topic', {
    question: topicsAsk,
    options,
    more: hidden('had', granted.join(' ')),
  });
}

function oftenPart(visit: Visit, person: Customer, locale: Locale): Markup {
  const { oftenAsk, often, pauseFor, days, keepUntil } = preferenceWords[locale];
  const until = pausedUntil(person, visit.at);
  const now = until ? 'pause' : (person.wishes?.frequency ?? 'all');
  const options = (['all', 'weekly', 'pause'] as const).map((value) => ({
    value,
    label: often[value][0],
    hint: often[value][1],
    chosen: value === now,
  }));
  const zone = person.profile.timeZone ?? visit.engine.settings.timeZone;
  const kept = until?.toZonedDateTimeISO(zone).toPlainDate().toLocaleString(locale, { dateStyle: 'long' });
  const spans = [
    ...(kept === undefined ? [] : [{ value: 'keep', label: keepUntil(kept), chosen: true }]),
    ...pauses_days.map((span) => ({ value: String(span), label: days(span), chosen: !kept && span === 30 })),
  ];
  return choices('radio', 'often', {
    question: oftenAsk,
    options,
    more: html`${select('pause', pauseFor, spans)}${hidden('was', now)}`,
  });
}

/** Whoever holds the link may see the page: what is known of her birthday is not shown, only that it is known. */
function aboutHerPart(visit: Visit, { profile }: Customer, locale: Locale): Markup {
  const { language, birthday, birthdayKnown, birthdayNew } = preferenceWords[locale];
  const tongues = [
    { value: 'ja', label: '日本語', chosen: locale === 'ja' },
    { value: 'en', label: 'English', chosen: locale === 'en' },
  ];
  const today = visit.at.toZonedDateTimeISO('UTC').toPlainDate().toString();
  return html`${select('locale', language, tongues)}<label class="field">${birthday}<input type="date" name="birthday" min="1900-01-01" max="${today}" autocomplete="bday"><span class="hint">${profile.birthday ? birthdayKnown : birthdayNew}</span></label>`;
}
