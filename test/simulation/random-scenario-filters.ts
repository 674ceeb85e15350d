/** Questions that a scenario may ask, drawn so that a storefront's customers answer some with yes and some with no. */
import { attributeTypes, type Filter } from '../../shared/core/filter.ts';
import type { Random } from './random.ts';

/** Values that the planned storefront sends for an attribute, or might. Open attributes take any type. */
const texts: Readonly<Record<string, readonly string[]>> = {
  'event.order.currency': ['JPY', 'USD', 'EUR'],
  'event.order.coupon': ['HELLO10', 'BYE'],
  'event.order.orderedVia': ['web', 'app', 'phone'],
  'event.order.items.productId': ['p-1', 'p-2', 'p-3', 'p-4'],
  'event.order.items.category': ['skincare', 'tea', 'coffee'],
  'customer.locale': ['ja', 'ja-JP', 'en'],
  'customer.source': ['search', 'friend', 'social'],
  'customer.timeZone': ['Asia/Tokyo', 'America/New_York', 'Europe/Berlin'],
  'enrolment.scenario': ['random-1', 'random-2'],
  'enrolment.order': ['o-c-1-1', 'o-c-2-1'],
};
const open = [
  'event.extra.shelf',
  'event.extra.cart.id',
  'event.extra.refund.partial',
  'customer.attributes.skin',
  'customer.attributes.points',
];
const attributes = [...Object.keys(attributeTypes), ...open];

type Value = string | number | boolean;

/** A question, of other questions down to `depth`. */
export function randomFilter(random: Random, depth = 2): Filter {
  const shape = depth > 0 ? random.int(1, 10) : 10;
  const parts = () => Array.from({ length: random.int(1, 3) }, () => randomFilter(random, depth - 1));
  if (shape === 1) return { all: parts() };
  if (shape <= 3) return { any: parts() };
  if (shape === 4) return { not: randomFilter(random, depth - 1) };
  return comparison(random);
}

function comparison(random: Random): Filter {
  const the = random.pick(attributes);
  const type =
    attributeTypes[the as keyof typeof attributeTypes] ?? random.pick(['string', 'number', 'boolean']);
  const value = () => valueOf(random, the, type);
  const questions: Record<string, () => Value | Value[]> = {
    is: value,
    isNot: value,
    oneOf: () => Array.from({ length: random.int(1, 3) }, value),
    exists: () => random.chance(0.7),
    ...(type === 'number' ? { atLeast: value, atMost: value, moreThan: value, lessThan: value } : {}),
  };
  const names = Object.keys(questions);
  const asked = random.chance(0.15) ? [random.pick(names), random.pick(names)] : [random.pick(names)];
  return { the, ...Object.fromEntries(asked.map((name) => [name, questions[name]?.()])) } as Filter;
}

function valueOf(random: Random, the: string, type: string): Value {
  if (type === 'boolean') return random.chance(0.5);
  if (type === 'string') return random.pick(texts[the] ?? ['sale', 'new', 'dry', 'oily']);
  if (the === 'event.order.total' || the === 'event.order.discount') return random.int(0, 60) * 100;
  if (the === 'enrolment.version') return 1;
  return random.int(0, the.includes('points') ? 500 : 5);
}
