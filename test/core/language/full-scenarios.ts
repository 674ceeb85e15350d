/** Scenarios with every field that their types know, each given once. */
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type {
  Branch,
  Emit,
  Exit,
  Goto,
  Repeat,
  Send,
  Series,
  SetFact,
  Split,
  Step,
  WaitDate,
  WaitEvent,
  WaitFor,
  WaitUntil,
  WaitWeekday,
} from '../../../shared/core/language/steps.ts';
import type {
  CommandTrigger,
  DateTrigger,
  EventTrigger,
  Limit,
  ScheduleTrigger,
  SegmentTrigger,
  Trigger,
} from '../../../shared/core/language/trigger.ts';
import { days } from '../../../shared/core/values/duration.ts';

const filter = { the: 'customer.locale', is: 'ja' } as const;
const rule = { on: 'OrderPlaced', filter, same: 'customer' } as const;

const admission = {
  filter,
  oncePer: 'ever',
  whileRunning: 'parallel',
  atMost: 2,
  freshness: days(1),
} as const;
const triggers: [
  Required<EventTrigger>,
  Required<SegmentTrigger>,
  Required<DateTrigger>,
  Required<ScheduleTrigger>,
  Required<CommandTrigger>,
] = [
  { ...admission, on: 'OrderPlaced' },
  { ...admission, segment: 'dormant', when: 'entered' },
  { ...admission, date: 'customer.birthday', day: -7, at: '10:00', yearly: true, from: 'month' },
  { ...admission, schedule: { on: '2026-12-01' }, at: '10:00', segment: 'dormant' },
  { ...admission, command: true },
];
export const fullTriggers: readonly Trigger[] = triggers;

const message = {
  template: 'order-thanks/thanks',
  channel: 'email',
  content: 'brand',
  topic: 'tips',
  expiry: days(1),
  before: 'event.sale.endsAt',
  coupon: { campaign: 'spring', off: { percent: 10 }, untilDay: 7, apart: true },
  survey: 'early',
  when: filter,
  place: 'may',
  asks: true,
  needs: 'send',
  patience: days(2),
  promised: true,
  atOnce: true,
  afterOffer: days(14),
} as const;
const steps: [
  Required<WaitFor>,
  Required<WaitUntil>,
  Required<WaitWeekday>,
  Required<WaitDate>,
  Required<WaitEvent>,
  Required<Send>,
  Required<Series>,
  Required<Branch>,
  Required<Split>,
  Required<SetFact>,
  Required<Emit>,
  Required<Repeat>,
  Required<Goto>,
  Required<Exit>,
] = [
  { id: 'span', kind: 'wait', for: { days: 1, hours: 1, minutes: 1 } },
  {
    id: 'until',
    kind: 'wait',
    until: { day: 7, after: 'arrived', at: '10:00', rhythm: 'trouble', ofSupply: 0.5 },
  },
  { id: 'weekday', kind: 'wait', next: ['mon'], at: '10:00' },
  {
    id: 'date',
    kind: 'wait',
    date: 'event.sale.startsAt',
    offset: { days: -1, hours: 1, minutes: 1 },
    at: '10:00',
    past: 'end',
  },
  { id: 'event', kind: 'wait', event: rule, atMost: days(1), then: 'end', else: 'end' },
  { ...message, id: 'send', kind: 'send' },
  { ...message, id: 'series', kind: 'series', every: { days: 7 }, at: '10:00', count: 3 },
  {
    id: 'branch',
    kind: 'branch',
    when: [{ if: { any: [filter, { not: filter }] }, then: 'end' }],
    else: 'end',
  },
  {
    id: 'split',
    kind: 'split',
    ways: [
      { variant: 'a', weight: 1, then: 'end' },
      { variant: 'b', weight: 1, then: 'end' },
    ],
  },
  {
    id: 'set',
    kind: 'set',
    attributes: { skin: 'dry' },
    addLabels: ['member'],
    removeLabels: ['guest'],
    category: { set: 'persona', is: 'gardener' },
    score: 5,
  },
  { id: 'emit', kind: 'emit', event: 'HumanTask', detail: { what: 'call' }, due: days(1) },
  { id: 'repeat', kind: 'repeat', from: 'span', atMost: 2 },
  { id: 'goto', kind: 'goto', to: 'end' },
  { id: 'end', kind: 'exit', outcome: 'done' },
];
export const fullSteps: readonly Step[] = steps;

const limit: Required<Limit> = {
  segment: 'dormant',
  persona: 'gardener',
  percent: 50,
  pilot: 5,
  from: '2026-12-01',
  until: '2026-12-24',
};

const scenario: Omit<Required<Extract<Scenario, { kind: 'marketing' }>>, 'trigger'> = {
  id: 'full',
  version: 1,
  stage: 'retention',
  purpose: 'Every field once.',
  kind: 'marketing',
  topic: 'tips',
  hypothesis: 'h',
  motive: 'm',
  barrier: 'b',
  callToAction: 'c',
  kpi: 'k',
  program: 1,
  waitsFor: 'w',
  enabled: true,
  startSets: ['starter-small'],
  group: 'g',
  replaces: ['other'],
  whenTaken: 'wait',
  limit,
  holdout: 10,
  priority: 'welcome',
  goal: { ...rule, within: days(90) },
  exitOn: ['OrderReturned', rule, { when: { all: [filter] } }],
  inFlight: { move: { old: 'span' } },
  rhythm: 'food',
  steps,
};

export const fullScenarios: readonly Scenario[] = triggers.map((trigger) => ({ ...scenario, trigger }));
