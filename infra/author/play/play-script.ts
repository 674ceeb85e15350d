/** What happens in a play, and when: read from the options, oldest first, each about the order it must mean. */
import { Temporal } from 'temporal-polyfill';
import {
  type EventName,
  isAboutOrder,
  isEventName,
  isOfStore,
} from '../../../shared/core/events/event-catalogue.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { isMessage } from '../../../shared/core/language/steps.ts';
import { WrongUsage } from '../../terminal/refusal.ts';
import { aimedOf, later } from './play-times.ts';

/** Each as often as it is given: `@20d` after the start, or `order@20d`, `step@8d` where it is about one. */
export interface PlayedActs {
  readonly click?: readonly string[] | undefined;
  readonly order?: readonly string[] | undefined;
  readonly ship?: readonly string[] | undefined;
  readonly deliver?: readonly string[] | undefined;
  readonly return?: readonly string[] | undefined;
  readonly cancel?: readonly string[] | undefined;
  readonly unsubscribe?: readonly string[] | undefined;
  /** Any event of the customer by its name, with fields of its detail where the sample's will not do: `SurveyAnswered@20d={"survey":{…}}`. */
  readonly tell?: readonly string[] | undefined;
}

export type Act =
  | {
      readonly does: 'event';
      readonly at: Temporal.Instant;
      readonly name: EventName;
      readonly order: string;
      /** Over those of the sample. */
      readonly detail?: Readonly<Record<string, unknown>> | undefined;
    }
  | { readonly does: 'click'; readonly at: Temporal.Instant; readonly step: string }
  | { readonly does: 'unsubscribe'; readonly at: Temporal.Instant };

const eventOf = {
  order: 'OrderPlaced',
  ship: 'OrderShipped',
  deliver: 'OrderDelivered',
  return: 'OrderReturned',
  cancel: 'OrderCancelled',
} as const satisfies Partial<Record<keyof PlayedActs, EventName>>;

interface Beginning {
  readonly scenario: Scenario;
  readonly start: Temporal.Instant;
  readonly zone: string;
  /** The order the first event is about, where it is about one. */
  readonly firstOrder: string | undefined;
}

/** Throws `WrongUsage`, which names the option and what it takes. */
export function scriptOf(acts: PlayedActs, beginning: Beginning): Act[] {
  const { start, zone } = beginning;
  const orders = ordersOf(acts.order ?? [], beginning);
  const placed = orders
    .slice(beginning.firstOrder === undefined ? 0 : 1)
    .map(({ id, at }): Act => ({ does: 'event', at, name: 'OrderPlaced', order: id }));
  const about = (['ship', 'deliver', 'return', 'cancel'] as const).flatMap((option) =>
    (acts[option] ?? []).map((text): Act => {
      const { at: order, after } = aimedOf(text, `--${option}`);
      const at = later(start, after, zone);
      return { does: 'event', at, name: eventOf[option], order: orderMeant(option, order, at, orders) };
    }),
  );
  const clicks = (acts.click ?? []).map((text): Act => {
    const { at: step, after } = aimedOf(text, '--click');
    return { does: 'click', at: later(start, after, zone), step: sendStep(beginning.scenario, step) };
  });
  const ends = (acts.unsubscribe ?? []).map((text): Act => {
    const { after } = aimedOf(text, '--unsubscribe');
    return { does: 'unsubscribe', at: later(start, after, zone) };
  });
  const others = (acts.tell ?? []).map((told): Act => {
    const { text, detail } = toldWith(told);
    const { at: name, after } = aimedOf(text, '--tell');
    if (name === undefined || !isEventName(name) || isOfStore(name))
      throw new WrongUsage(
        `--tell takes an event of the customer and when, such as ReviewPosted@20d, not "${text}".`,
      );
    const at = later(start, after, zone);
    const order = isAboutOrder(name) ? orderMeant('tell', undefined, at, orders) : 'o-1';
    return { does: 'event', at, name, order, detail };
  });
  return [...placed, ...about, ...others, ...clicks, ...ends].sort((a, b) =>
    Temporal.Instant.compare(a.at, b.at),
  );
}

interface Placed {
  readonly id: string;
  readonly at: Temporal.Instant;
}

function ordersOf(texts: readonly string[], { start, zone, firstOrder }: Beginning): Placed[] {
  const first = firstOrder === undefined ? [] : [{ id: firstOrder, at: start }];
  const moments = texts.map((text) => aimedOf(text, '--order'));
  const next = moments
    .map(({ at, after }) => ({ id: at, at: later(start, after, zone) }))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
    .map(({ id, at }, index) => ({ id: id ?? `o-${first.length + index + 1}`, at }));
  return [...first, ...next];
}

/** The order named, or else the newest that is placed by then. */
function orderMeant(
  option: string,
  named: string | undefined,
  at: Temporal.Instant,
  orders: readonly Placed[],
): string {
  const placed = orders.filter((order) => Temporal.Instant.compare(order.at, at) <= 0);
  const found = named === undefined ? placed.at(-1) : orders.find((order) => order.id === named);
  if (found) return found.id;
  const known = orders.map(({ id }) => id).join(', ');
  throw new WrongUsage(
    named === undefined
      ? `--${option} is about an order, and none is placed by then: add one before it, such as --order @1d.`
      : `--${option} names the order "${named}"; this play has ${known || 'none: add --order @1d'}.`,
  );
}

function sendStep(scenario: Scenario, named: string | undefined): string {
  const steps = scenario.steps.filter(isMessage).map((step) => step.id as string);
  if (named !== undefined && steps.includes(named)) return named;
  throw new WrongUsage(
    `--click takes a step that sends and when, such as ${steps[0]}@8d; it sends at ${steps.join(', ')}.`,
  );
}

/** What stands behind the first "=": fields of the detail, as JSON. */
function toldWith(told: string): { text: string; detail: Readonly<Record<string, unknown>> | undefined } {
  const cut = told.indexOf('=');
  if (cut < 0) return { text: told, detail: undefined };
  try {
    const detail: unknown = JSON.parse(told.slice(cut + 1));
    if (typeof detail === 'object' && detail !== null && !Array.isArray(detail))
      return { text: told.slice(0, cut), detail: detail as Readonly<Record<string, unknown>> };
  } catch {
    // Told below, with what is not an object.
  }
  throw new WrongUsage(
    `--tell ${told.slice(0, cut)}=… takes fields of the event's detail as a JSON object, such as {"survey":{"id":"early","answers":{"wish":"calm"}}}.`,
  );
}
