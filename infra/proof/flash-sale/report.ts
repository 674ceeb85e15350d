/** What the plays of a sale tell, one column for each rate of Scheduler. */
import { textTable } from '../../terminal/text-table.ts';
import type { FlashSaleOptions } from './options.ts';
import type { FlashSale } from './play.ts';

export interface PlayedAtRate {
  readonly rate: number;
  readonly sale: FlashSale;
}

type Figure = readonly [string, (sale: FlashSale) => number];

const figures: readonly Figure[] = [
  ['schedules asked for', ({ schedules }) => schedules.asked],
  ['schedules taken', ({ schedules }) => schedules.taken],
  ['schedules refused', ({ schedules }) => schedules.refused],
  ['put into the transactional lane instead, 900 s', ({ putOff }) => putOff.transactional],
  ['put into the marketing lane instead, 900 s', ({ putOff }) => putOff.marketing],
  ['of both came back', ({ putOff }) => putOff.cameBack],
  ['most messages in the transactional lane', ({ peak }) => peak.transactional],
  ['most messages in the marketing lane', ({ peak }) => peak.marketing],
  ['seconds that ingest waited', ({ ingestWaited_ms }) => ingestWaited_ms / 1000],
  ['thank-yous sent', ({ thanks }) => thanks.sent],
  ['the latest thank-you, seconds after its order', ({ thanks }) => thanks.latest_s],
  ['seconds from the last order until every alarm stands', ({ allStandAfter_s }) => allStandAfter_s],
  ['lanes of customers in which something waits', ({ judged }) => judged.lanes],
  ['of them without an alarm in Scheduler', ({ judged }) => judged.unarmed.length],
  ['dues missed', ({ judged }) => judged.missed.length],
];

/** Whether every promise was kept: all that was put off came back, all is armed, nothing missed, every thank-you sent. */
export function isKept({ orders }: Pick<FlashSaleOptions, 'orders'>, { sale }: PlayedAtRate): boolean {
  const { putOff, judged, thanks, ingestWaited_ms } = sale;
  const isBack = putOff.cameBack === putOff.transactional + putOff.marketing;
  const isArmed = judged.unarmed.length === 0 && judged.missed.length === 0;
  return isBack && isArmed && thanks.sent === orders && ingestWaited_ms === 0;
}

export function reportOf(options: FlashSaleOptions, played: readonly PlayedAtRate[]): string {
  const { orders, minutes, sendRate } = options;
  const head = ['', ...played.map(({ rate }) => `${rate.toLocaleString('en')} a second`)];
  const rows = figures.map(([name, of]) => [name, ...played.map(({ sale }) => of(sale))]);
  const broken = played.filter((one) => !isKept(options, one));
  return [
    `${orders.toLocaleString('en')} orders within ${minutes} minutes, ${sendRate.toLocaleString('en')} mails a second`,
    '',
    textTable(head, rows),
    '',
    broken.length === 0
      ? 'Every promise was kept.'
      : `A promise was broken at ${broken.map(({ rate }) => rate).join(' and ')} a second.`,
    '',
  ].join('\n');
}
