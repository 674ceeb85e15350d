/** The result as a marketer reads it: what was counted, over which days, and what it proves. */
import { minorDigits } from '../../../shared/core/values/money/minor-digits.ts';
import { percent } from '../../terminal/percent.ts';
import { inWords } from './reasons-in-words.ts';
import type { ResultCounts } from './result-sums.ts';

const share = (part: number, whole: number) => (whole > 0 ? percent(part, whole) : '-');

export function campaignInWords(id: string, days: number, counts: ResultCounts): string[] {
  const { sent, skipped = 0, unknown = 0, waiting, skippedBecause, feedback, got } = counts;
  const { clicked = 0, bounced = 0, complained = 0 } = feedback;
  const open = got.customers - got.closed.all;
  return [
    `${id}: 送信 ${sent} (sent), 待ち ${waiting} (waiting), 送らず ${skipped} (skipped)${unknown > 0 ? `, 不明 ${unknown} (unknown)` : ''}.`,
    ...Object.entries(skippedBecause).map(([why, count]) => `  ${count}  ${inWords(why)}`),
    `クリック ${clicked} (${share(clicked, sent)}), 不達 ${bounced} (bounced), 苦情 ${complained} (complaints). 開封は記録しません (opens are not recorded).`,
    `${days}日以内の配信停止 ${got.unsubscribed} (unsubscribed within ${days} days).`,
    `${days}日以内の購入 ${got.ordered}人 ${got.orders}件${amounts(got.spent)} (ordered within ${days} days after it); うちリンクを押した後の購入 ${got.afterPress}人 (after pressing the link).`,
    ...(open > 0 ? [`  ${open}人はまだ${days}日たっていません (whose ${days} days are not over yet).`] : []),
    ...(got.customers > 0 ? comparison(days, counts) : []),
  ];
}

/** Rates of those alone whose days are over, on either side. */
function comparison(days: number, { treated, compared, difference }: ResultCounts): string[] {
  if (compared.customers === 0)
    return [
      '比較する方 (holdout) がいないため、購入がこのお便りによるものとは言えません。Nobody was left out to be compared with: this is no proof that the letter brought these orders.',
    ];
  const rate = ({ of, all }: { readonly of: number; readonly all: number }) =>
    `${of}/${all} (${share(of, all)})`;
  const beside = `${days}日たった方の購入 (ordered, of those whose ${days} days are over): 送る側 ${rate(treated.closed)} (came in to get it), 送らない側 ${rate(compared.closed)} (left out to be compared).`;
  if (!difference) return [beside, 'まだ比べられません (nothing to compare yet).'];
  const { is, from, to } = difference;
  const range = `${points(is)} (95%: ${points(from)} – ${points(to)})`;
  return [
    beside,
    from > 0 || to < 0
      ? `差 ${range} ポイント。The difference, in points. Looked at once, at the end, chance alone seldom makes one so big; looked at every day it often does.`
      : `差 ${range} ポイント。偶然と区別できません。The difference, in points: it cannot be told from chance.`,
  ];
}

const points = (part: number) => `${part >= 0 ? '+' : '−'}${Math.abs(100 * part).toFixed(1)}`;

function amounts(spent: Readonly<Record<string, number>>): string {
  const told = Object.entries(spent).map(([currency, minor]) => amount(currency, minor));
  return told.length === 0 ? '' : ` ${told.join(' + ')}`;
}

function amount(currency: string, minor: number): string {
  if (currency === '') return String(minor);
  const digits = minorDigits(currency);
  return `${currency} ${(minor / 10 ** digits).toLocaleString('en', { minimumFractionDigits: digits })}`;
}
