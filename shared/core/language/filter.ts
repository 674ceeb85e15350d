/** Typed yes/no questions over an event, a customer and an enrolment, as plain data. */
import type { attributeTypes, OpenAttribute } from './attribute-types.ts';
import type { DayName } from './rhythm/rhythm.ts';

interface ValueOf {
  number: number;
  string: string;
  boolean: boolean;
  date: Dated;
}

/** Stands for an instant in types: it is asked by its distance from now, in days of 24 hours. */
interface Dated {
  readonly isDate: true;
}

type Attributes = {
  [Name in keyof typeof attributeTypes]: ValueOf[(typeof attributeTypes)[Name]];
};

export type AttributeName = keyof Attributes | OpenAttribute;

type Ordered<Value> = {
  atLeast?: Value;
  atMost?: Value;
  moreThan?: Value;
  lessThan?: Value;
};

/** Of a date that is not known, neither holds. */
type DateTest = {
  exists?: boolean;
  daysAgoAtLeast?: number;
  daysAgoLessThan?: number;
  /** Whose days go in the place of those written, as in a wait. */
  rhythm?: DayName;
};

/** What may be asked of one attribute. On a list of items the answer is yes when any item fits. */
type Test<Value> = Value extends Dated ? DateTest : PlainTest<Value>;

type PlainTest<Value> = {
  is?: Value;
  isNot?: Value;
  oneOf?: readonly Value[];
  exists?: boolean;
  /** The same value as another attribute's, such as the product of the event. */
  sameAs?: AttributeName;
} & (Value extends number ? Ordered<Value> & { lessThanThe?: AttributeName } : unknown);

type Known = { [Name in keyof Attributes]: { the: Name } & Test<Attributes[Name]> }[keyof Attributes];
type Open = {
  the: OpenAttribute;
} & PlainTest<string | number | boolean> &
  Ordered<number>;

export type Comparison = Known | Open;

export type Filter = Comparison | { all: readonly Filter[] } | { any: readonly Filter[] } | { not: Filter };
