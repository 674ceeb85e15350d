/** The open scenarios by what they ask, made once: what an event, a segment or the clock does not begin is not asked by it. */
import type { EventName } from '../events/event-catalogue.ts';
import type { Scenario } from './scenario.ts';
import type { DateTrigger, ScheduleTrigger } from './trigger.ts';

type Begun<By> = Scenario & { readonly trigger: By };

/** Each list in the order of the book. A scenario that is switched off stands nowhere. */
export interface ScenarioIndex {
  /** Those that the event lets into. */
  byEvent(name: EventName): readonly Scenario[];
  /** Those that coming to a segment, or leaving it, lets into. */
  bySegment(name: string, when: 'entered' | 'left'): readonly Scenario[];
  /** Those that begin on a date of the customer's. */
  readonly dated: readonly Begun<DateTrigger>[];
  /** Those that begin on a day of the store's. */
  readonly scheduled: readonly Begun<ScheduleTrigger>[];
  readonly open: readonly Scenario[];
}

const none: readonly Scenario[] = [];

export function indexOf(current: readonly Scenario[]): ScenarioIndex {
  const open = current.filter(({ enabled }) => enabled !== false);
  const events = Map.groupBy(open, ({ trigger }) => ('on' in trigger ? trigger.on : undefined));
  const segments = Map.groupBy(open, ({ trigger }) =>
    'segment' in trigger && 'when' in trigger ? `${trigger.when} ${trigger.segment}` : undefined,
  );
  return {
    byEvent: (name) => events.get(name) ?? none,
    bySegment: (name, when) => segments.get(`${when} ${name}`) ?? none,
    dated: open.filter((one): one is Begun<DateTrigger> => 'date' in one.trigger),
    scheduled: open.filter((one): one is Begun<ScheduleTrigger> => 'schedule' in one.trigger),
    open,
  };
}
