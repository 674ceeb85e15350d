/** 対象人数: how many it would reach, and why others are left out. */
import type { Report } from '../../terminal/report.ts';
import { daysInWords } from '../recovery/pacing.ts';
import type { CampaignDraft } from './draft.ts';
import { type AudienceNow, type CampaignDeployment, reachEverybody } from './reach-everybody.ts';
import { inWords } from './reasons-in-words.ts';

export async function audienceReport(target: CampaignDeployment, draft: CampaignDraft): Promise<Report> {
  const reached = await reachEverybody(target, draft);
  return { lines: [target.called, ...audienceLines(draft, reached)], data: dataOf(reached) };
}

export function audienceLines(
  { id, pace }: CampaignDraft,
  { turns, had, out, waits, notUnderstood }: AudienceNow,
): string[] {
  return [
    `${id}: 対象 ${turns.length}人 (it would reach ${turns.length}).`,
    ...(had > 0 ? [`すでに受け付け済み ${had}人 (came in before; nobody comes in twice).`] : []),
    ...listed('送らない方 (left out):', out),
    ...listed('すぐには送れない方 (among them, would wait at this moment):', waits),
    ...(pace === undefined || turns.length === 0
      ? []
      : ['日ごとの通数 (on each day):', ...daysInWords(turns.map(({ day }) => day))]),
    ...(notUnderstood > 0 ? [`${notUnderstood} customers were left out: newer code wrote them.`] : []),
  ];
}

function listed(title: string, counts: Readonly<Record<string, number>>): string[] {
  const rows = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return rows.length === 0 ? [] : [title, ...rows.map(([why, count]) => `  ${count}  ${inWords(why)}`)];
}

/** Counts alone: nobody is named. */
export const dataOf = ({ turns, compared, had, out, waits, notUnderstood }: AudienceNow) => ({
  reaches: turns.length,
  compared: compared.length,
  had,
  out,
  waits,
  days: Object.fromEntries(
    Object.entries(Object.groupBy(turns, ({ day }) => day.toString())).map(([day, its]) => [
      day,
      its?.length ?? 0,
    ]),
  ),
  notUnderstood,
});
