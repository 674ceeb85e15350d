/** Reach as it is read on a terminal, and as data. */

import { percent } from '../../terminal/percent.ts';
import { textTable } from '../../terminal/text-table.ts';
import type { MessageReach } from './reach-sums.ts';
import { span } from './reach-words.ts';
import type { RehearsedPopulation } from './rehearsed.ts';

const named = (all: readonly (readonly [string, number])[], most: number): string =>
  all
    .slice(0, most)
    .map(([word, count]) => `${word} ${count}`)
    .join(', ');

/** The lines of the command: the worst reached first, then who hears how much. */
export function reachLines(rehearsed: RehearsedPopulation): string[] {
  const { customers, should, got, reach } = rehearsed;
  const asked = reach.filter((one) => one.should > 0).toSorted(worstFirst);
  const rows = asked.map((one) => [
    one.template,
    String(one.should),
    String(one.got),
    percent(one.got, one.should),
    one.later_h ? span(one.later_h.median) : '',
    one.later_h ? span(one.later_h.worst) : '',
    named(one.lost, 2),
    named(one.by, 2),
  ]);
  const head = ['message', 'should', 'got', 'reach', 'later', 'worst', 'lost by', 'what went instead'];
  return [
    ...textTable(head, rows).split('\n'),
    '',
    ...neverLines(reach),
    ...heardLines(rehearsed),
    `${customers} customers should get ${should} messages and got ${got} of them${should === 0 ? '' : `, ${percent(got, should)}`}.`,
  ];
}

const worstFirst = (a: MessageReach, b: MessageReach) => a.got / a.should - b.got / b.should;

/** Messages of live scenarios that nobody of this population has a way to. */
const neverOf = (reach: readonly MessageReach[]) => reach.filter(({ should }) => should === 0);

function neverLines(reach: readonly MessageReach[]): string[] {
  const never = neverOf(reach);
  if (never.length === 0) return [];
  return [
    `Nobody here should ever get: ${[...new Set(never.map(({ template }) => template))].join(', ')}.`,
    '',
  ];
}

function heardLines({ heard }: RehearsedPopulation): string[] {
  if (heard.length === 0) return [];
  const middle = (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  const letters = heard.map((one) => one.letters);
  const weeks = heard.map((one) => one.mostInAWeek);
  const offers = heard.map((one) => one.offers);
  const asks = heard.map((one) => one.asks);
  const of = (what: string, values: readonly number[]) =>
    `${what} ${middle(values)} (at most ${Math.max(...values)})`;
  return [
    `For each customer who hears anything: ${of('letters', letters)}, ${of('in the fullest week', weeks)}, ${of('offers', offers)}, ${of('surveys asked', asks)}.`,
  ];
}

/** What `--json` prints. Hours are those after a message was meant to go. */
export function reachData({ customers, should, got, reach, heard }: RehearsedPopulation) {
  return {
    customers,
    should,
    got,
    messages: reach.map(({ lost, by, ...one }) => ({
      ...one,
      lost: Object.fromEntries(lost),
      by: Object.fromEntries(by),
    })),
    never: neverOf(reach).map(({ template }) => template),
    heard,
  };
}
