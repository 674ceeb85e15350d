/** The parts that forms are made of, each with its label, so that every page asks in the same way. */
import { html } from 'hono/html';
import type { Choice } from '../../core/language/survey.ts';
import type { Locale } from '../rendering/choose-locale.ts';
import type { Markup } from './page-frame.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly chosen?: boolean;
}

interface Asked {
  readonly question: string;
  readonly options: readonly Option[];
  /** What stands below the choices. */
  readonly more?: Markup | '';
}

/** One of several (`radio`) or any of them (`checkbox`), under a question. */
export function choices(
  type: 'radio' | 'checkbox',
  name: string,
  { question, options, more = '' }: Asked,
): Markup {
  return html`<fieldset><legend>${question}</legend><div>
${options.map(({ value, label, hint, chosen }) => {
  const words = hint ? html`<span>${label}<small>${hint}</small></span>` : html`<span>${label}</span>`;
  return html`<label class="choice"><input type="${type}" name="${name}" value="${value}"${chosen ? ' checked' : ''}>${words}</label>
`;
})}${more}</div></fieldset>`;
}

export function select(name: string, label: string, options: readonly Option[]): Markup {
  return html`<label class="field">${label}<select name="${name}">${options.map(
    ({ value, label: words, chosen }) =>
      html`<option value="${value}"${chosen ? ' selected' : ''}>${words}</option>`,
  )}</select></label>`;
}

export const hidden = (name: string, value: string): Markup =>
  html`<input type="hidden" name="${name}" value="${value}">`;

/** Choices that the store wrote as data, those with the ids marked. */
export function optionsOf(
  from: readonly Choice[],
  chosen: readonly unknown[],
  locale: Locale,
): readonly Option[] {
  return from.map(({ id, label }) => ({ value: id, label: label[locale], chosen: chosen.includes(id) }));
}

/** What of the posted values is among those that were asked. */
export function chosenOf<Id extends string>(
  form: URLSearchParams,
  name: string,
  asked: readonly Id[],
): readonly Id[] {
  const posted = new Set(form.getAll(name));
  return asked.filter((id) => posted.has(id));
}

/** Free words: one line of text or several, without control characters, at most so long. */
export function textOfField(form: URLSearchParams, name: string, max: number): string {
  const text = form.get(name) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: strips what a form field may carry and a text may not
  const control = /[\u0000-\u0009\u000b-\u001f\u007f]/g;
  return text.replaceAll(control, ' ').trim().slice(0, max).toWellFormed();
}
