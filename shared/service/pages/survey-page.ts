/** A survey's questions on one page. What she answers is kept, be it one answer; she answers each survey once. */
import { html } from 'hono/html';
import type { Question, Survey } from '../../core/language/survey.ts';
import type { Customer } from '../../core/record/customer.ts';
import { digest } from '../../core/values/ids.ts';
import type { Locale } from '../rendering/choose-locale.ts';
import { choices, textOfField } from './form-parts.ts';
import { publishOwnEvent, takeIn } from './own-events.ts';
import { type Markup, type Page, paragraphs } from './page-frame.ts';
import { note } from './page-notes.ts';
import { claimsOf, localeOf, otherLanguage, personOf, type Visit } from './visit.ts';

const words = {
  ja: {
    title: '少しだけお聞かせください',
    intro: 'お答えになれるところだけで結構です。',
    empty: 'どれか一つでも、お答えください。',
    free: 'ご自由にお書きください',
    send: '答えを送る',
    thanks: 'ありがとうございました',
    thanked: [
      'お答えを確かに受け取りました。これからのお便りと品ぞろえに生かしてまいります。',
      'このページは閉じていただいて構いません。',
    ],
  },
  en: {
    title: 'A few questions',
    intro: 'Answer as many as you like.',
    empty: 'Please answer at least one of them.',
    free: 'In your own words',
    send: 'Send my answers',
    thanks: 'Thank you',
    thanked: ['We have your answers, and they will shape what we send you.', 'You can close this page now.'],
  },
} as const;

/** Free words are for people to read: a short letter, no more. */
const longestAnswer = 500;

export async function showSurvey(visit: Visit, token: string): Promise<Page> {
  const asked = await askedBy(visit, token);
  if ('page' in asked) return asked.page;
  const { survey, locale } = asked;
  return { ...formPage(visit, survey, locale), otherLanguage: otherLanguage(visit, locale) };
}

export async function actOnSurvey(visit: Visit, token: string): Promise<Page> {
  const asked = await askedBy(visit, token);
  if ('page' in asked) return asked.page;
  const { survey, person, locale, touchpoint } = asked;
  const answers = answersTo(survey, visit.form);
  if (Object.keys(answers).length === 0) return formPage(visit, survey, locale, words[locale].empty);
  const event = {
    name: 'SurveyAnswered',
    about: survey.id,
    id: digest(['survey', person.store, person.id, survey.id], 32),
    detail: { survey: { id: survey.id, version: survey.version, answers, touchpoint } },
  } as const;
  // The bus first: once it is taken in, a repeat shows the thanks and tells nobody any more.
  await publishOwnEvent(visit, person.id, event);
  await takeIn(visit, person.id, [event]);
  return thanks(locale);
}

interface Asked {
  readonly survey: Survey;
  readonly person: Customer;
  readonly locale: Locale;
  readonly touchpoint: string;
}

/** What is asked of whom; or the page to show instead, such as the thanks to who has answered already. */
async function askedBy(visit: Visit, token: string): Promise<Asked | { readonly page: Page }> {
  const opened = await claimsOf(visit, token, 'survey');
  if ('refused' in opened) return { page: opened.refused };
  const { claims } = opened;
  const person = await personOf(visit, claims.customer);
  const locale = localeOf(visit, person?.profile.locale, claims.locale);
  const survey = visit.engine.book.surveys.find(({ id }) => id === claims.survey?.id);
  if (!person) return { page: note('nobody', locale) };
  if (!survey || !claims.survey) return { page: note('expiredLink', locale) };
  if (person.done.includes(`survey:${survey.id}`)) return { page: thanks(locale) };
  return { survey, person, locale, touchpoint: claims.survey.touchpoint };
}

function answersTo(survey: Survey, form: URLSearchParams): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const { id, choices: offered } of survey.questions) {
    const answer =
      offered.length > 0
        ? offered.find((choice) => choice.id === form.get(id))?.id
        : textOfField(form, id, longestAnswer);
    if (answer) answers[id] = answer;
  }
  return answers;
}

function formPage(visit: Visit, survey: Survey, locale: Locale, note?: string): Page {
  const { title, intro, send } = words[locale];
  const preselected = visit.method === 'POST' ? answersTo(survey, visit.form) : pressedIn(visit, survey);
  const parts = survey.questions.map((question) => questionPart(question, preselected[question.id], locale));
  return {
    locale,
    title,
    content: [
      note === undefined ? html`<p>${intro}</p>` : html`<p class="note" role="alert">${note}</p>`,
      html`<form method="post">${parts}<button type="submit">${send}</button></form>`,
    ],
  };
}

/** The answer she pressed in the mail: its number among the first question's choices, or its id. It only stands there. */
function pressedIn({ query }: Visit, { questions: [first] }: Survey): Record<string, string> {
  const pressed = query.get('a');
  const choice = first?.choices.find(({ id }, number) => pressed === id || pressed === String(number));
  return first && choice ? { [first.id]: choice.id } : {};
}

function questionPart(
  { id, ask, choices: offered }: Question,
  answer: string | undefined,
  locale: Locale,
): Markup {
  if (offered.length === 0) {
    return html`<fieldset><legend>${ask[locale]}</legend><label class="hint">${words[locale].free}<textarea name="${id}" rows="4" maxlength="${longestAnswer}">${answer ?? ''}</textarea></label></fieldset>`;
  }
  const options = offered.map((choice) => ({
    value: choice.id,
    label: choice.label[locale],
    chosen: choice.id === answer,
  }));
  return choices('radio', id, { question: ask[locale], options });
}

function thanks(locale: Locale): Page {
  return { locale, title: words[locale].thanks, content: paragraphs(words[locale].thanked) };
}
