/** Schedules that cannot be read or name no day, found by asking the calendar itself. */
import { Temporal } from 'temporal-polyfill';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { scheduleDay } from '../../../shared/core/language/schedule-rule.ts';
import type { AskedParts } from './event-parts.ts';

export function scheduleFaults({ trigger }: Scenario): AskedParts[] {
  if (!('schedule' in trigger)) return [];
  const { schedule } = trigger;
  const from = Temporal.PlainDate.from('on' in schedule ? schedule.on : schedule.from);
  try {
    if (scheduleDay(schedule, from)) return [];
    return [{ says: 'trigger: the recurrence names no day; ask for days that come' }];
  } catch (error) {
    return [{ says: `trigger: ${error instanceof Error ? error.message : String(error)}` }];
  }
}
