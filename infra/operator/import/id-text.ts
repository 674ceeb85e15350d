/** Ids as the shop gave them: what a spreadsheet made of one can belong to many people, and is nobody's. */
import { BadRow } from './import-refusal.ts';

export const isId = (field: string): boolean =>
  /^(customer|order|cart)\.id$|^(item|order\.items)\.productId$/.test(field);

/** `6.94E+12`: most of its digits are gone. */
const rounded = /^[+-]?\d+([.,]\d+)?E[+-]\d+$/i;
const formulaError = /^#(N\/A|REF!|NAME\?|VALUE!|NUM!|NULL!|DIV\/0!)$/i;

/** `'7001` and `="0012"`: how a spreadsheet is told to keep an id as text. */
const keptAsText = /^'(?=\d)|^="(?=[^"]*"$)|(?<=^="[^"]*)"$/g;

/** @throws {@link BadRow} */
export function wholeId(field: string, given: string | number): string {
  const isWhole = typeof given === 'string' || Number.isSafeInteger(given);
  const text = String(given).replaceAll(keptAsText, '');
  if (isWhole && !rounded.test(text) && !formulaError.test(text)) return text;
  throw new BadRow(`${field} was changed by a spreadsheet and its digits are lost: export it as text`);
}
