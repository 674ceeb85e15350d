/** 対象人数: how many it would reach, and why others are left out. */
import type { Report } from '../../terminal/report.ts';
import { daysInWords } from '../recovery/pacing.ts';
import type { CampaignDraft } from './draft.ts';
import { type AudienceNow, type CampaignDeployment, reachEverybody } from './reach-everybody.ts';

const inWords: Readonly<Record<string, string>> = {
  'not-in-audience': '対象の条件に当てはまらない (not in the audience)',
  'no-consent': '同意なし (no consent for this topic)',
  'not-confirmed': '登録の確認待ち (has not confirmed the sign-up)',
  'no-address': 'メールアドレスなし (no address)',
  'undeliverable-address': '届かないアドレス (an address that takes no mail)',
  unreachable: '連絡手段なし (cannot be reached)',
  suppressed: '配信停止 (suppressed: a bounce, a complaint or an opt-out)',
  resting: 'お休み中 (resting)',
  'resting-address': '一時的に届かない (mail keeps coming back for the moment)',
  'mailbox-reader': '同じ受信箱の別の方に届く (another record of the mailbox gets it)',
  holdout: '比較のため送らない方 (holdout)',
  'control-group': '比較のため送らない方 (control group)',
  'case-open': 'お問い合わせ対応中 (a support case is open)',
  'too-many-at-once': 'ほかの配信の途中 (in too many at once)',
  'already-entered': '受け付け済み (came in before)',
  'not-in-limit': '設定の範囲外 (outside the limit of the settings)',
  disabled: '設定で止めている (switched off in the settings)',
  paused: '一時停止中 (paused by an operator)',
};

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
  return rows.length === 0
    ? []
    : [title, ...rows.map(([why, count]) => `  ${count}  ${inWords[why] ?? why}`)];
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
