/** From a few words to a scenario: the data that `new` writes down, and plays to know its calendar. */
import {
  type EventName,
  eventNames,
  isAboutOrder,
  isEventName,
} from '../../../shared/core/events/event-catalogue.ts';
import type { TemplateName } from '../../../shared/core/language/register.ts';
import type { Goal, Kind, Scenario, Stage } from '../../../shared/core/language/scenario.ts';
import type { Step } from '../../../shared/core/language/steps.ts';
import type { Duration } from '../../../shared/core/values/duration.ts';
import { topics } from '../../../shared/core/values/topic.ts';
import { WrongUsage } from '../../terminal/refusal.ts';

export interface SketchOptions {
  readonly kind?: string;
  readonly trigger?: string;
  readonly waits?: string;
  readonly topic?: string;
  readonly stage?: string;
  readonly purpose?: string;
}

const kinds: readonly Kind[] = ['marketing', 'transactional'];
const stages: readonly Stage[] = ['awareness', 'education', 'conversion', 'retention', 'referral'];
/** What ends order mail about an order that is gone; marketing ends with its order by itself. */
const orderEnds: readonly EventName[] = ['OrderCancelled', 'OrderReturned'];
const maxMessages = 30;

/** Throws {@link WrongUsage} for a word that is not one of those it may be. */
export function sketchOf(id: string, options: SketchOptions): Scenario {
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(id)) {
    throw new WrongUsage(`"${id}" is no id: take 1 to 64 of a-z, 0-9 and "-", beginning with a letter.`);
  }
  const kind = oneOf('--kind', kinds, options.kind ?? 'marketing');
  const on = options.trigger ?? 'OrderPlaced';
  if (!isEventName(on)) throw new WrongUsage(`--trigger is one of ${eventNames.join(', ')}.`);
  const topic = oneOf('--topic', topics, options.topic ?? 'tips');
  if (kind === 'transactional' && options.topic !== undefined) {
    throw new WrongUsage('--topic is of marketing alone: leave it out of a transactional scenario.');
  }
  const steps = stepsOf(id, (options.waits ?? '1d').split(','), kind === 'marketing');
  const orderly = isAboutOrder(on);
  const base = {
    id,
    version: 1,
    stage: oneOf('--stage', stages, options.stage ?? 'retention'),
    purpose:
      options.purpose ?? `A sketch: what ${on} leads to. Say in one sentence what this journey is for.`,
  };
  const oncePer = orderly ? 'order' : 'ever';
  if (kind === 'transactional') {
    const exitOn = orderly ? { exitOn: orderEnds.filter((name) => name !== on) } : {};
    return { ...base, kind, trigger: { on, oncePer, whileRunning: 'parallel' }, ...exitOn, steps };
  }
  const goal: Goal = { on: 'OrderPlaced', within: { days: 90 } };
  return { ...base, kind, topic, trigger: { on, oncePer, whileRunning: 'ignore' }, goal, steps };
}

function oneOf<Word extends string>(option: string, words: readonly Word[], given: string): Word {
  const found = words.find((word) => word === given);
  if (found === undefined) throw new WrongUsage(`${option} is one of ${words.join(', ')}.`);
  return found;
}

/**
 * Each time is counted from her entry: minutes and hours to the minute, days at ten on her clock. `now` is at once.
 */
function stepsOf(id: string, times: readonly string[], marketing: boolean): Step[] {
  if (times.length > maxMessages) throw new WrongUsage(`--waits takes at most ${maxMessages} times.`);
  let before_minutes = -1;
  let last: 'hours' | 'days' = 'hours';
  return times.flatMap((text, at): Step[] => {
    const nth = at + 1;
    const time = timeOf(text.trim());
    if (time.minutes <= before_minutes || (last === 'days' && time.unit === 'hours')) {
      throw new WrongUsage(
        `--waits grows: "${text}" is not later than what stands before it; hours come before days.`,
      );
    }
    const since_minutes = time.minutes - Math.max(before_minutes, 0);
    before_minutes = time.minutes;
    last = time.unit;
    const send: Step = {
      id: `message-${nth}`,
      kind: 'send',
      template: `${id}/message-${nth}` as TemplateName,
      ...(marketing && { content: at % 2 === 0 ? 'product' : 'brand' }),
    };
    if (since_minutes === 0) return [send];
    const wait = { id: `wait-${nth}`, kind: 'wait' } as const;
    if (time.unit === 'hours') return [{ ...wait, for: spanOf(since_minutes) }, send];
    return [{ ...wait, until: { day: time.minutes / 1440, after: 'entry', at: '10:00' } }, send];
  });
}

function timeOf(text: string): { readonly minutes: number; readonly unit: 'hours' | 'days' } {
  if (text === 'now') return { minutes: 0, unit: 'hours' };
  const [, count = '', unit = ''] = /^([1-9]\d{0,5})([mhd])$/.exec(text) ?? [];
  const minutes = Number(count) * ({ m: 1, h: 60, d: 1440 }[unit] ?? Number.NaN);
  if (!(minutes <= 400 * 1440)) {
    throw new WrongUsage(
      '--waits is a list such as 1h,1d,4d,10d: minutes, hours or days since entry, or now; at most 400d.',
    );
  }
  return { minutes, unit: unit === 'd' ? 'days' : 'hours' };
}

function spanOf(minutes: number): Duration {
  return minutes % 60 === 0 ? { hours: minutes / 60 } : { minutes };
}
