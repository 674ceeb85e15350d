/** Questions that a scenario may ask, drawn so that a storefront's customers answer some with yes and some with no. */
import { attributeTypes } from '../../shared/core/language/attribute-types.ts';
import type { Filter } from '../../shared/core/language/filter.ts';
import { segments } from '../support/shipped.ts';
import type { Random } from './random.ts';

export const segmentNames = segments.map(({ name }) => name);
export const labels = ['care-first', 'ready', 'tried'];

/** Of whom it is asked: who is not inside yet has no run, and where no event lets in there is none. */
export type Asked = 'entering' | 'entering without event' | 'arriving' | 'inside' | 'inside without event';

/** Values that the planned storefront sends for an attribute, or might. Open attributes take any type. */
const texts: Readonly<Record<string, readonly string[]>> = {
  'event.order.currency': ['JPY', 'USD', 'EUR'],
  'event.order.coupon': ['HELLO10', 'BYE'],
  'event.order.orderedVia': ['web', 'app', 'phone'],
  'event.order.items.productId': ['p-1', 'p-2', 'p-3', 'p-4'],
  'event.order.items.category': ['skincare', 'tea', 'coffee'],
  'event.cart.items.category': ['skincare', 'tea', 'coffee'],
  'event.product.category': ['skincare', 'tea', 'coffee'],
  'event.product.id': ['p-1', 'p-2', 'p-3'],
  'event.survey.id': ['early', 'pulse'],
  'event.consent.topics': ['tips', 'offers'],
  'customer.locale': ['ja', 'ja-JP', 'en'],
  'customer.source': ['search', 'friend', 'social'],
  'customer.timeZone': ['Asia/Tokyo', 'America/New_York', 'Europe/Berlin'],
  'customer.segments': segmentNames,
  'customer.labels': labels,
  'customer.consent': ['tips', 'offers', 'news'],
  'customer.done': ['survey:early', 'coupon:HELLO10'],
  'customer.owned.productId': ['p-1', 'p-2', 'p-3'],
  'customer.owned.category': ['skincare', 'tea', 'coffee'],
  'customer.subscriptions.state': ['active', 'paused', 'cancelled'],
  'customer.views.category': ['skincare', 'tea', 'coffee'],
  'enrolment.scenario': ['random-1', 'random-2'],
  'enrolment.order': ['o-c-1-1', 'o-c-2-1'],
};
const open = [
  'event.extra.shelf',
  'event.extra.cart.id',
  'event.extra.refund.partial',
  'customer.attributes.skin',
  'customer.attributes.points',
  'customer.categories.persona',
];
/** Those of a run's own steps are asked where the steps are known. */
const ofSteps = ['enrolment.sent', 'enrolment.clicked', 'enrolment.variants'];
const attributes = [...Object.keys(attributeTypes), ...open].filter((name) => !ofSteps.includes(name));
const known: Readonly<Record<Asked, readonly string[]>> = {
  entering: attributes.filter((name) => !name.startsWith('enrolment.')),
  'entering without event': attributes.filter((name) => name.startsWith('customer.')),
  arriving: attributes,
  inside: attributes,
  'inside without event': attributes.filter((name) => !name.startsWith('event.')),
};

type Value = string | number | boolean;

/** A question, of other questions down to `depth`. */
export function randomFilter(random: Random, asked: Asked, depth = 2): Filter {
  const shape = depth > 0 ? random.int(1, 10) : 10;
  const part = () => randomFilter(random, asked, depth - 1);
  const parts = () => Array.from({ length: random.int(1, 3) }, part);
  if (shape === 1) return { all: parts() };
  if (shape <= 3) return { any: parts() };
  if (shape === 4) return { not: part() };
  return comparison(random, known[asked]);
}

/** One of the few questions that the oracle can answer by itself. */
export function plainQuestion(random: Random): Filter {
  if (random.chance(0.5)) return { the: 'customer.labels', is: random.pick(labels) };
  return { the: 'customer.lifecycle.orders', atLeast: random.int(1, 4) };
}

function comparison(random: Random, names: readonly string[]): Filter {
  const the = random.pick(names);
  const type =
    attributeTypes[the as keyof typeof attributeTypes] ?? random.pick(['string', 'number', 'boolean']);
  const value = () => valueFor(random, the, type);
  const questions: Record<string, () => Value | Value[]> =
    type === 'date'
      ? {
          exists: () => random.chance(0.7),
          daysAgoAtLeast: () => random.int(0, 90),
          daysAgoLessThan: () => random.int(1, 90),
        }
      : {
          is: value,
          isNot: value,
          oneOf: () => Array.from({ length: random.int(1, 3) }, value),
          exists: () => random.chance(0.7),
          ...(type === 'number' ? { atLeast: value, atMost: value, moreThan: value, lessThan: value } : {}),
        };
  const words = Object.keys(questions);
  const asked = random.chance(0.15) ? [random.pick(words), random.pick(words)] : [random.pick(words)];
  return { the, ...Object.fromEntries(asked.map((name) => [name, questions[name]?.()])) } as Filter;
}

function valueFor(random: Random, the: string, type: string): Value {
  if (type === 'boolean') return random.chance(0.5);
  if (type === 'string') return random.pick(texts[the] ?? ['sale', 'new', 'dry', 'oily']);
  if (/total|discount|price|previousPrice|spent/.test(the)) return random.int(0, 60) * 100;
  if (the === 'enrolment.version') return 1;
  return random.int(0, the.includes('points') ? 500 : 5);
}
