/**
 * The fields in which two types differ, by their paths. A union of objects counts as one object with the fields of all
 * its members, a readonly list as a list, and a name that only types know as any text: what loaded data is read as. It
 * goes down field by field, since the compiler takes types for equal that differ many levels down.
 */
import type { DatePath } from '../../../shared/core/language/date-path.ts';
import type { AttributeName, Filter } from '../../../shared/core/language/filter.ts';
import type { SegmentName, TemplateName } from '../../../shared/core/language/register.ts';
import type { ReadFilter } from '../../../shared/core/language/schema/scenario-schema-parts.ts';

type Equal<One, Other> = [One, Other] extends [Other, One] ? true : false;
type IsNever<Type> = [Type] extends [never] ? true : false;

type FieldNames<Union> = Union extends object ? keyof Union : never;

/** What a field is in each member of a union; undefined in those that lack it. */
type FieldOf<Union, Name> = Union extends object
  ? Name extends keyof Union
    ? Union[Name]
    : undefined
  : never;

type Presence<Union, Name> =
  Name extends FieldNames<Union> ? (undefined extends FieldOf<Union, Name> ? 'may' : 'must') : 'none';

type Given<Union, Name> = Exclude<FieldOf<Union, Name>, undefined>;

/** Names that the types know one by one, while loaded data may hold any text; another check asks for them. */
type TextOf<Text extends string> = [Text] extends [TemplateName]
  ? string
  : [Text] extends [SegmentName]
    ? string
    : [Text] extends [DatePath]
      ? string
      : [Text] extends [AttributeName]
        ? string
        : Text;

type Lists = readonly unknown[];
type Scalars<Value> = TextOf<Extract<Value, string>> | Extract<Value, number | boolean>;
type Entries<Value> = Extract<Value, Lists>[number];
type Fields<Value> = Exclude<Extract<Value, object>, Lists>;

type IsFilter<Value> =
  Equal<Value, Filter> extends true ? true : Equal<Value, ReadFilter> extends true ? true : false;

/** Paths below a value, of which `''` is the value itself. */
type PathsOfParts<One, Other> =
  | (Equal<Scalars<One>, Scalars<Other>> extends true ? never : '')
  | (IsNever<Entries<One> | Entries<Other>> extends true
      ? never
      : PathsOfValues<Entries<One>, Entries<Other>>)
  | (IsNever<Fields<One> | Fields<Other>> extends true ? never : PathsOfFields<Fields<One>, Fields<Other>>);

type PathsOfValues<One, Other> =
  Equal<IsNever<One>, IsNever<Other>> extends false
    ? ''
    : Equal<unknown extends One ? true : false, unknown extends Other ? true : false> extends false
      ? ''
      : [IsFilter<One>, IsFilter<Other>] extends [true, true]
        ? never
        : PathsOfParts<One, Other>;

type NameOf<Name> = string extends Name ? '*' : Name & string;
type Below<Name, Paths> = Paths extends '' ? NameOf<Name> : `${NameOf<Name>}.${Paths & string}`;

type PathsOfFields<One, Other, Apart = never> = {
  [Name in FieldNames<One> | FieldNames<Other>]: Equal<
    Presence<One, Name>,
    Presence<Other, Name>
  > extends true
    ? Name extends Apart
      ? never
      : Below<Name, PathsOfValues<Given<One, Name>, Given<Other, Name>>>
    : NameOf<Name>;
}[FieldNames<One> | FieldNames<Other>];

/**
 * `{}` is one of types that are equal alone: where they differ, the compiler names the fields that are missing here. Of
 * fields named `Apart` it asks only whether they are there: what they hold is compared on its own.
 */
export type Difference<One, Other, Apart extends string = never> = {
  [Path in PathsOfFields<One, Other, Apart>]: 'differs';
};
