/** Parts of a scenario as a marketer would say them: the same words for what was and for what is. */
import type { Duration } from '../../../shared/core/duration.ts';
import type { Filter } from '../../../shared/core/filter.ts';
import type { EventRule, Goal, Step, Trigger } from '../../../shared/core/scenario.ts';

export function durationInWords(duration: Duration): string {
  const parts = (['days', 'hours', 'minutes'] as const).flatMap((unit) => {
    const count = duration[unit];
    return count ? `${count} ${count === 1 ? unit.slice(0, -1) : unit}` : [];
  });
  return parts.join(' ') || 'no time';
}

const anchors = { entry: 'her entry', order: 'the order', arrived: 'the parcel arrived' } as const;

export function stepInWords(step: Step): string {
  switch (step.kind) {
    case 'wait':
      return 'for' in step
        ? `waits ${durationInWords(step.for)}`
        : `waits until day ${step.until.day} after ${anchors[step.until.after]}, at ${step.until.at}`;
    case 'send':
      return `sends "${step.template}"${step.expiry ? `, which expires after ${durationInWords(step.expiry)}` : ''}`;
    case 'branch': {
      const ways = step.when.map((way) => `to "${way.then}" if ${filterInWords(way.if)}`);
      return `leads ${[...ways, `else to "${step.else}"`].join(', ')}`;
    }
    case 'exit':
      return step.outcome === undefined ? 'ends it' : `ends it as "${step.outcome}"`;
    default:
      return `is ${JSON.stringify(step satisfies never)}`;
  }
}

export function filterInWords(filter: Filter): string {
  if ('all' in filter) return filter.all.map(nested).join(' and ');
  if ('any' in filter) return filter.any.map(nested).join(' or ');
  if ('not' in filter) return `not ${nested(filter.not)}`;
  const { the, ...asked } = filter;
  const questions = Object.entries(asked).map(([operator, value]) => `${operator} ${JSON.stringify(value)}`);
  return `${the} ${questions.join(' and ')}`;
}

const nested = (filter: Filter): string =>
  'the' in filter ? filterInWords(filter) : `(${filterInWords(filter)})`;

export function triggerInWords({ on, filter, oncePer, whileRunning, freshness }: Trigger): string {
  const often =
    typeof oncePer === 'object'
      ? `once in ${durationInWords(oncePer.every)}`
      : oncePer === 'ever'
        ? 'once ever'
        : 'once per order';
  const extra = freshness ? `, at most ${durationInWords(freshness)} late` : '';
  return `${on}${asking(filter)}, ${often}, while running ${whileRunning}${extra}`;
}

export function ruleInWords(rule: EventRule['on'] | EventRule): string {
  if (typeof rule === 'string') return rule;
  return `${rule.on}${asking(rule.filter)}${rule.same ? ` of the same ${rule.same}` : ''}`;
}

export function goalInWords(goal: Goal | undefined): string {
  return goal ? `${ruleInWords(goal)} within ${durationInWords(goal.within)}` : 'none';
}

const asking = (filter: Filter | undefined): string => (filter ? ` where ${filterInWords(filter)}` : '');
