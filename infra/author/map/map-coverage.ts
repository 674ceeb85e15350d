/** Whom the scenarios reach: stages and segments that nobody serves, and how much is sent to one customer at most. */
import { comparisonsOf } from '../../../shared/core/language/check/check-filter.ts';
import type { Scenario, Stage } from '../../../shared/core/language/scenario.ts';
import type { Cap } from '../../../shared/core/record/engine-settings.ts';
import { priorities } from '../../../shared/core/values/priority.ts';
import type { MapWords } from './map-words.ts';

/** Each customer belongs to one of these. */
const lifecycle = ['prospect', 'first-time', 'regular', 'vip', 'dormant', 'churned'] as const;
type LifecycleSegment = (typeof lifecycle)[number];

export interface Gap {
  readonly stage: Stage;
  readonly segment: LifecycleSegment;
}

/** Scenarios that are switched off serve nobody. */
export function segmentGaps(stages: readonly Stage[], scenarios: readonly Scenario[]): Gap[] {
  return stages.flatMap((stage) => {
    const served = new Set(
      scenarios.filter((one) => one.stage === stage && one.enabled !== false).flatMap(segmentsServed),
    );
    return lifecycle.filter((segment) => !served.has(segment)).map((segment) => ({ stage, segment }));
  });
}

/** Those its trigger and limit name; all of them where they name none. */
function segmentsServed({ trigger, limit }: Scenario): readonly LifecycleSegment[] {
  const named: string[] = limit?.segment ? [limit.segment] : [];
  if ('segment' in trigger && !('when' in trigger && trigger.when === 'left')) named.push(trigger.segment);
  for (const test of trigger.filter && !('not' in trigger.filter) ? comparisonsOf(trigger.filter) : []) {
    const { the, is, oneOf } = test as { the: string; is?: unknown; oneOf?: readonly unknown[] };
    if (the === 'customer.segments')
      named.push(...[is, ...(oneOf ?? [])].filter((one) => typeof one === 'string'));
    if (the === 'customer.lifecycle.orders' && is === 0) named.push('prospect');
    if (the === 'customer.lifecycle.orders' && is === 1) named.push('first-time');
  }
  const known = lifecycle.filter((segment) => named.includes(segment));
  return known.length > 0 ? known : lifecycle;
}

/** `Awareness: vip, churned. Referral: prospect` */
export function gapPhrase({ gaps, words }: { gaps: readonly Gap[]; words: MapWords }): string {
  const byStage = Map.groupBy(gaps, ({ stage }) => stage);
  const lines = [...byStage].map(([stage, of]) => {
    const segments =
      of.length === lifecycle.length ? words.everybody : of.map(({ segment }) => segment).join(', ');
    return `${words.stages[stage].name}: ${segments}`;
  });
  return lines.join(' · ') || words.none;
}

/** Caps and priorities in one line. */
export function contactPolicyPhrase({ caps, words }: { caps: readonly Cap[]; words: MapWords }): string {
  const lines = caps.map(({ max, days, topic, content, exceptTopics }) => {
    const but = exceptTopics?.length ? `≠ ${exceptTopics.join(', ')}` : undefined;
    return words.cap(
      max,
      days,
      [topic, content && words.steps.contents[content], but].filter(Boolean).join(' '),
    );
  });
  return [...lines, words.rank(priorities.join(' > '))].join(' · ');
}
