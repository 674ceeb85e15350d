/** `pause` and `resume`: the one control item, changed so that two operators at once both have their way. */
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { brakesBiteWithin_ms } from '../../shared/aws/dynamo-control.ts';
import { readItem, toItem, unlessRefused } from '../../shared/aws/dynamo-table.ts';
import { controlKey } from '../../shared/aws/table-keys.ts';
import { type Brakes, noBrakes } from '../../shared/core/brakes.ts';
import type { Scenario } from '../../shared/core/scenario.ts';
import { portsOf } from './ports.ts';
import { OperatorRefusal } from './refusal.ts';
import type { Report } from './report.ts';
import type { Target } from './target.ts';

export type BrakeAction = 'pause' | 'resume';

const tries = 10;

/** The brakes after the action. `what` is `all`, `marketing` or a scenario's id; an unknown one is refused. */
export function changedBrakes(
  { paused }: Brakes,
  action: BrakeAction,
  what: string,
  scenarios: readonly Pick<Scenario, 'id'>[],
): Brakes {
  const on = action === 'pause';
  if (what === 'all' || what === 'marketing') return { paused: { ...paused, [what]: on } };
  const known = [...new Set(scenarios.map(({ id }) => id))].sort();
  // A scenario that is gone from the code may still be paused; it can always be resumed.
  if (!known.includes(what) && (on || !paused.scenarios.includes(what))) {
    throw new OperatorRefusal(
      `There is no scenario "${what}": take all, marketing, or one of ${known.join(', ')}.`,
    );
  }
  const others = paused.scenarios.filter((id) => id !== what);
  return { paused: { ...paused, scenarios: on ? [...others, what].sort() : others } };
}

/** One line about what is paused. */
export function brakesInWords({ paused }: Brakes): string {
  const parts = [
    ...(paused.all ? ['all mail'] : []),
    ...(paused.marketing ? ['marketing mail'] : []),
    ...paused.scenarios.map((id) => `scenario ${id}`),
  ];
  return parts.length === 0 ? 'nothing is paused' : `paused: ${parts.join(', ')}`;
}

/** Reads, changes and writes where nobody wrote in between; else does so again. */
async function change(target: Target, by: (brakes: Brakes) => Brakes): Promise<Brakes> {
  const { table } = portsOf(target);
  const Key = controlKey(table.store);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const item = await readItem(table, Key);
    const paused = item?.paused as Partial<Brakes['paused']> | undefined;
    const after = by({ paused: { ...noBrakes.paused, ...paused } });
    const changes = item?.changes as number | undefined;
    const written = await unlessRefused(
      table.client.send(
        new UpdateItemCommand({
          TableName: table.table,
          Key,
          UpdateExpression: 'SET #paused = :after, #changes = :next',
          ConditionExpression:
            changes === undefined ? 'attribute_not_exists(#changes)' : '#changes = :before',
          ExpressionAttributeNames: { '#paused': 'paused', '#changes': 'changes' },
          ExpressionAttributeValues: toItem({
            ':after': after.paused,
            ':next': (changes ?? 0) + 1,
            ':before': changes,
          }),
        }),
      ),
    );
    if (written) return after;
  }
  throw new OperatorRefusal('Others changed the brakes at the same time, again and again: try once more.');
}

const after = {
  pause: 'A mail that falls due meanwhile is held, and asks again every hour until it may go or is too late.',
  resume: 'Held mail goes when it next asks: within an hour. What is too late by then ends as skipped.',
} as const;

export async function brake(
  target: Target,
  action: BrakeAction,
  what: string,
  scenarios: readonly Scenario[],
): Promise<Report> {
  const brakes = await change(target, (before) => changedBrakes(before, action, what, scenarios));
  const seconds = brakesBiteWithin_ms / 1000;
  return {
    lines: [
      `${target.called}: ${brakesInWords(brakes)}.`,
      `Every worker knows within ${seconds} seconds. ${after[action]}`,
    ],
    data: { ...brakes, effectiveWithin_s: seconds },
  };
}
