/** Typed yes/no questions over an event, a customer and an enrolment, as plain data. */

/** The attributes a filter may name, with their types. Unknown extra fields are reached by the two open prefixes. */
export const attributeTypes = {
  'event.order.total': 'number',
  'event.order.discount': 'number',
  'event.order.currency': 'string',
  'event.order.coupon': 'string',
  'event.order.orderedVia': 'string',
  'event.order.gift': 'boolean',
  'event.order.items.productId': 'string',
  'event.order.items.category': 'string',
  'event.order.items.quantity': 'number',
  'customer.locale': 'string',
  'customer.source': 'string',
  'customer.timeZone': 'string',
  'customer.lifecycle.orders': 'number',
  'enrolment.scenario': 'string',
  'enrolment.version': 'number',
  'enrolment.order': 'string',
} as const;

interface ValueOf {
  number: number;
  string: string;
  boolean: boolean;
}

export type Attributes = {
  [Name in keyof typeof attributeTypes]: ValueOf[(typeof attributeTypes)[Name]];
};

export type AttributeName = keyof Attributes | `event.extra.${string}` | `customer.attributes.${string}`;

type Ordered<Value> = {
  atLeast?: Value;
  atMost?: Value;
  moreThan?: Value;
  lessThan?: Value;
};

/** What may be asked of one attribute. On a list of items the answer is yes when any item fits. */
type Test<Value> = {
  is?: Value;
  isNot?: Value;
  oneOf?: readonly Value[];
  exists?: boolean;
} & (Value extends number ? Ordered<Value> : unknown);

type Known = { [Name in keyof Attributes]: { the: Name } & Test<Attributes[Name]> }[keyof Attributes];
type Open = {
  the: `event.extra.${string}` | `customer.attributes.${string}`;
} & Test<string | number | boolean> &
  Ordered<number>;

export type Comparison = Known | Open;

export type Filter = Comparison | { all: readonly Filter[] } | { any: readonly Filter[] } | { not: Filter };
