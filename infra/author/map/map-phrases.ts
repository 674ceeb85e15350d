/** Parts of a scenario in the words of the map. */

import { attributePath } from '../../../shared/core/language/evaluate-filter.ts';
import type { EventRule } from '../../../shared/core/language/event-rule.ts';
import { endsByMailbox, exitRules, exitStates } from '../../../shared/core/language/exit-rules.ts';
import type { Filter } from '../../../shared/core/language/filter.ts';
import { isByRhythm } from '../../../shared/core/language/rhythm/in-rhythm.ts';
import { classic } from '../../../shared/core/language/rhythm/rhythm.ts';
import type { Goal, Scenario } from '../../../shared/core/language/scenario.ts';
import type { Wait, WaitUntil } from '../../../shared/core/language/steps.ts';
import type { Trigger } from '../../../shared/core/language/trigger.ts';
import type { Duration } from '../../../shared/core/values/duration.ts';
import type { MapWords } from './map-words.ts';

/** What the map tells of a scenario beside its purpose: name and value of each line, in their order. */
export function factLines(scenario: Scenario, words: MapWords): readonly (readonly [string, string])[] {
  const { facts, columns } = words;
  const topic = scenario.kind === 'marketing' ? scenario.topic : undefined;
  const lines: readonly (readonly [string, string | undefined])[] = [
    [facts.program, scenario.program?.toString()],
    [columns.stage, words.stages[scenario.stage].name],
    [columns.kind, words.kinds[scenario.kind]],
    [facts.topic, topic],
    [facts.enabled, scenario.enabled === false ? words.off : undefined],
    [facts.begins, triggerPhrase(scenario.trigger, words)],
    [facts.often, oftenPhrase(scenario.trigger, words)],
    [facts.limit, limitPhrase(scenario)],
    [facts.group, groupPhrase(scenario, words)],
    [facts.priority, scenario.priority],
    [words.steps.rhythm, isByRhythm(scenario) ? (scenario.rhythm ?? classic) : undefined],
    [facts.goal, goalPhrase(scenario.goal, words)],
    [facts.leaves, leavesPhrase(scenario, words)],
    [facts.hypothesis, scenario.hypothesis],
    [facts.motive, scenario.motive],
    [facts.barrier, scenario.barrier],
    [facts.callToAction, scenario.callToAction],
    [facts.kpi, scenario.kpi],
    [facts.waitsFor, scenario.waitsFor],
  ];
  return lines.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function limitPhrase({ limit, holdout }: Scenario): string {
  const parts = [
    limit?.segment,
    limit?.persona && `persona = ${limit.persona}`,
    limit?.percent !== undefined && `${limit.percent} %`,
    limit?.pilot !== undefined && `pilot ${limit.pilot} %`,
    (limit?.from || limit?.until) && `${limit.from ?? ''}–${limit.until ?? ''}`,
    holdout && (holdout === 'auto' ? 'holdout auto' : `holdout ${holdout} %`),
  ];
  return parts.filter(Boolean).join(', ');
}

export function spanPhrase(span: Duration, words: MapWords): string {
  const units = (['days', 'hours', 'minutes'] as const).filter((unit) => span[unit]);
  return units.map((unit) => words.units[unit](span[unit] ?? 0)).join(' ');
}

export function waitPhrase(step: Wait, words: MapWords): string {
  if ('for' in step) return words.waits(spanPhrase(step.for, words));
  if ('until' in step) return dayPhrase(step.until, words);
  if ('next' in step) return words.steps.weekdays(step.next, step.at);
  if ('event' in step) return words.steps.event(rulePhrase(step.event), spanPhrase(step.atMost, words));
  const { date, offset, at } = step;
  return words.steps.date(shortName(date), offset ? movedPhrase(offset, words) : '', at ?? '');
}

function dayPhrase({ day, after, at, rhythm, ofSupply }: WaitUntil['until'], words: MapWords): string {
  const percent = ofSupply === undefined ? undefined : Math.round(ofSupply * 100);
  return `${words.dayAfter(day, words.anchors[after], at)}${words.steps.byRhythm(rhythm, percent)}`;
}

function movedPhrase(offset: Duration, words: MapWords): string {
  const negative = Object.values(offset).some((count) => count < 0);
  const span = spanPhrase(
    Object.fromEntries(Object.entries(offset).map(([unit, count]) => [unit, Math.abs(count)])),
    words,
  );
  if (span === '') return '';
  return negative ? words.steps.before(span) : words.steps.after(span);
}

/** The words "event" and "customer" in front are left out. */
const shortName = (path: string) => attributePath(path).slice(1).join('.');

const signs: Readonly<Record<string, string>> = {
  is: '=',
  isNot: '≠',
  oneOf: '∈',
  atLeast: '≥',
  atMost: '≤',
  moreThan: '>',
  lessThan: '<',
  sameAs: '=',
  lessThanThe: '<',
  daysAgoAtLeast: '≥ days ago',
  daysAgoLessThan: '< days ago',
};

/** In signs, which need no language: `order.total ≥ 5000`. The word "event" in front is left out. */
export function filterPhrase(filter: Filter): string {
  if ('all' in filter) return filter.all.map(nested).join(' ∧ ');
  if ('any' in filter) return filter.any.map(nested).join(' ∨ ');
  if ('not' in filter) return `¬ ${nested(filter.not)}`;
  const path = attributePath(filter.the);
  const name = (path[0] === 'event' ? path.slice(1) : path).join('.');
  const { the: _, exists, ...asked } = filter as { the: string; exists?: boolean } & Record<string, unknown>;
  const there = exists === undefined ? [] : [`${exists ? '∃' : '∄'} ${name}`];
  const tests = Object.entries(asked).map(
    ([test, value]) => `${name} ${signs[test] ?? test} ${valuePhrase(value)}`,
  );
  return [...there, ...tests].join(' ∧ ');
}

const valuePhrase = (value: unknown) => (Array.isArray(value) ? `{${value.join(', ')}}` : String(value));
const nested = (filter: Filter) =>
  'all' in filter || 'any' in filter ? `(${filterPhrase(filter)})` : filterPhrase(filter);
const where = (filter: Filter | undefined) => (filter ? ` (${filterPhrase(filter)})` : '');

const rulePhrase = ({ on, filter }: EventRule) => `${on}${where(filter)}`;

/** What begins it, as the event, segment, date or schedule names itself. */
export function triggerPhrase(trigger: Trigger, words: MapWords): string {
  return `${beginningOf(trigger, words)}${where(trigger.filter)}`;
}

function beginningOf(trigger: Trigger, words: MapWords): string {
  if ('on' in trigger) return trigger.on;
  if ('command' in trigger) return 'EnrolCustomer';
  if ('date' in trigger) {
    const date = `${shortName(trigger.date)}${trigger.from === 'month' ? ' (month)' : ''}`;
    return words.steps.date(date, movedPhrase({ days: trigger.day }, words), trigger.at);
  }
  if ('schedule' in trigger) {
    const { schedule } = trigger;
    return `${'on' in schedule ? schedule.on : schedule.rrule} ${trigger.at} → ${trigger.segment}`;
  }
  return `${trigger.when === 'entered' ? '→' : '←'} ${trigger.segment}`;
}

function oftenPhrase({ oncePer, whileRunning, atMost }: Trigger, words: MapWords): string {
  const often =
    oncePer === 'order'
      ? words.oncePerOrder
      : oncePer === 'ever'
        ? words.onceEver
        : oncePer === 'cart'
          ? words.oncePer('cart')
          : 'key' in oncePer
            ? words.oncePer(oncePer.key)
            : words.onceIn(spanPhrase(oncePer.every, words));
  const running = words.running[whileRunning];
  return words.often(often, atMost === undefined ? running : `${running} (≤ ${atMost})`);
}

export function goalPhrase(goal: Goal | undefined, words: MapWords): string {
  if (!goal) return words.none;
  return words.within(rulePhrase(goal), spanPhrase(goal.within, words));
}

function leavesPhrase(scenario: Scenario, words: MapWords): string {
  const mailbox = endsByMailbox(scenario) ? [words.steps.mailboxBought] : [];
  const rules = [
    ...exitRules(scenario).map(rulePhrase),
    ...exitStates(scenario).map(filterPhrase),
    ...mailbox,
  ];
  return rules.join(', ') || words.none;
}

function groupPhrase({ group, replaces = [], whenTaken = 'skip' }: Scenario, { steps }: MapWords): string {
  const place = [group, ...replaces].filter(Boolean).join(' > ');
  return whenTaken === 'skip' ? place : `${place}; ${steps.taken[whenTaken]}`;
}
