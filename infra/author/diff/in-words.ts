/** Parts of a scenario as a marketer would say them: the same words for what was and for what is. */

import type { EventRule } from '../../../shared/core/language/event-rule.ts';
import type { Filter } from '../../../shared/core/language/filter.ts';
import type { Goal, Scenario } from '../../../shared/core/language/scenario.ts';
import type { Trigger } from '../../../shared/core/language/trigger.ts';
import type { Duration } from '../../../shared/core/values/duration.ts';

export function durationInWords(duration: Duration): string {
  const parts = (['days', 'hours', 'minutes'] as const).flatMap((unit) => {
    const count = duration[unit];
    return count ? `${count} ${Math.abs(count) === 1 ? unit.slice(0, -1) : unit}` : [];
  });
  return parts.join(' ') || 'no time';
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

const asking = (filter: Filter | undefined): string => (filter ? ` where ${filterInWords(filter)}` : '');

export function triggerInWords(trigger: Trigger): string {
  const { filter, whileRunning, atMost, freshness } = trigger;
  const many = atMost === undefined ? '' : ` (at most ${atMost} at once)`;
  const extra = freshness ? `, at most ${durationInWords(freshness)} late` : '';
  return `${beginning(trigger)}${asking(filter)}, ${often(trigger)}, while running ${whileRunning}${many}${extra}`;
}

function beginning(trigger: Trigger): string {
  if ('on' in trigger) return trigger.on;
  if ('command' in trigger) return 'the command EnrolCustomer';
  if ('date' in trigger) {
    const from = trigger.from === 'month' ? `the first of the month of ${trigger.date}` : trigger.date;
    return `day ${trigger.day} of ${from}${trigger.yearly ? ' each year' : ''}, at ${trigger.at}`;
  }
  if ('schedule' in trigger) {
    const { schedule } = trigger;
    const when = 'on' in schedule ? schedule.on : `${schedule.rrule} from ${schedule.from}`;
    return `${when} at ${trigger.at} for the segment "${trigger.segment}"`;
  }
  return `the segment "${trigger.segment}" ${trigger.when}`;
}

function often({ oncePer }: Trigger): string {
  if (oncePer === 'ever') return 'once ever';
  if (typeof oncePer === 'string') return `once per ${oncePer}`;
  return 'key' in oncePer ? `once per ${oncePer.key}` : `once in ${durationInWords(oncePer.every)}`;
}

export function ruleInWords(rule: NonNullable<Scenario['exitOn']>[number]): string {
  if (typeof rule === 'string') return rule;
  if ('mailbox' in rule) return 'an order of another customer with the same address';
  if ('when' in rule) return `whenever ${filterInWords(rule.when)}`;
  return eventInWords(rule);
}

export function eventInWords(rule: EventRule): string {
  return `${rule.on}${asking(rule.filter)}${rule.same ? ` of the same ${rule.same}` : ''}`;
}

export function goalInWords(goal: Goal | undefined): string {
  return goal ? `${eventInWords(goal)} within ${durationInWords(goal.within)}` : 'none';
}

export function limitInWords({ limit, holdout }: Scenario): string {
  const parts = [
    limit?.segment && `the segment "${limit.segment}"`,
    limit?.persona && `the persona "${limit.persona}"`,
    limit?.percent !== undefined && `${limit.percent} % of customers`,
    limit?.pilot !== undefined && `${limit.pilot} % of customers, the same as other scenarios’ pilots`,
    limit?.from && `from ${limit.from}`,
    limit?.until && `until ${limit.until}`,
    holdout && (holdout === 'auto' ? 'held out where enough enter' : `${holdout} % held out`),
  ];
  return parts.filter(Boolean).join(', ') || 'everybody';
}

export function inFlightInWords({ inFlight }: Scenario): string {
  if (inFlight === undefined) return 'nothing said';
  if (inFlight === 'stay') return 'they finish the version they entered';
  const moves = Object.entries(inFlight.move).map(([from, to]) => `"${from}" to "${to}"`);
  return `they move here${moves.length > 0 ? `: ${moves.join(', ')}` : ''}`;
}
