/** Sign-up, on its own page and from a form that stands on any site: the answer never tells whether she was known. */
import { html } from 'hono/html';
import { readMailAddress } from '../../core/values/address/mail-address.ts';
import { consentMeant } from '../../core/values/consent-words.ts';
import { defaultTopics, type Topic, topics } from '../../core/values/topic.ts';
import type { Locale } from '../rendering/choose-locale.ts';
import { choices, textOfField } from './form-parts.ts';
import { isAdmitted, isFirstOfItsMailbox } from './join-bounds.ts';
import { signUp } from './join-person.ts';
import { joinWords } from './join-words.ts';
import { type Page, paragraphs } from './page-frame.ts';
import { note } from './page-notes.ts';
import { preferenceWords } from './preference-words.ts';
import { localeOf, otherLanguage, type Visit } from './visit.ts';

export async function showJoin(visit: Visit): Promise<Page> {
  const locale = localeOf(visit);
  return { ...formPage(visit, locale), otherLanguage: otherLanguage(visit, locale) };
}

/** A robot fills in every field, the hidden one too: it sees the same page, and nothing happens. */
export async function actOnJoin(visit: Visit): Promise<Page> {
  const { form } = visit;
  const locale = localeOf(visit, form.get('locale') ?? undefined);
  const email = readMailAddress(textOfField(form, 'email', 320));
  const wanted = topicsIn(form);
  if (form.get('website')) visit.engine.world.metrics.count('LinkRefused');
  else if (email === undefined) {
    return { ...formPage(visit, locale, joinWords[locale].wrongEmail), status: 422 };
  } else if (!wanted) {
    return { ...formPage(visit, locale, joinWords[locale].wrongTopic), status: 422 };
  } else if (!(await isAdmitted(visit))) {
    return note('notNow', locale);
  } else if (await isFirstOfItsMailbox(visit, email)) {
    await signUp(visit, {
      email,
      name: textOfField(form, 'name', 120),
      locale,
      source: textOfField(form, 'source', 60),
      topics: wanted,
    });
  }
  // The same for everybody: what is known of the address must not show.
  const { done, said } = joinWords[locale];
  return { locale, title: done, content: paragraphs(said) };
}

/** Those a form asks for, empty where it leaves the choice to us; undefined where it asks for one that there is not. */
function topicsIn(form: URLSearchParams): readonly Topic[] | undefined {
  const named = form.getAll('topic').filter((word) => word.trim() !== '');
  const { about, unknown } = consentMeant({ granted: true, topics: named });
  if (unknown.length > 0) return undefined;
  return about.includes('all') ? [] : topics.filter((topic) => about.includes(topic));
}

function formPage(visit: Visit, locale: Locale, note?: string): Page {
  const { form, query } = visit;
  const { title, intro, email, name, topicsAsk, trap, agree, button } = joinWords[locale];
  const options = defaultTopics.map((topic) => ({
    value: topic,
    label: preferenceWords[locale].topics[topic][0],
    hint: preferenceWords[locale].topics[topic][1],
    chosen: form.getAll('topic').includes(topic),
  }));
  const source = (form.get('source') ?? query.get('from') ?? '').slice(0, 60);
  return {
    locale,
    title,
    content: [
      note === undefined ? html`<p>${intro}</p>` : html`<p class="note" role="alert">${note}</p>`,
      html`<form method="post"><input type="hidden" name="locale" value="${locale}"><input type="hidden" name="source" value="${source}">
<label class="field">${email}<input type="email" name="email" required maxlength="320" autocomplete="email" value="${form.get('email') ?? ''}"></label>
<label class="field">${name}<input type="text" name="name" maxlength="120" autocomplete="name" value="${form.get('name') ?? ''}"></label>
${choices('checkbox', 'topic', { question: topicsAsk, options })}
<div class="apart" aria-hidden="true"><label>${trap}<input type="text" name="website" tabindex="-1" autocomplete="off"></label></div>
<p>${agree}</p>
<button type="submit">${button}</button></form>`,
    ],
  };
}
