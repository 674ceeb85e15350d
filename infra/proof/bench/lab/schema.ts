/** The tables of the lab as they were created: what their keys are, and what lies in each index. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

export type BenchItem = Record<string, AttributeValue>;
export type BenchJson = Record<string, unknown>;

interface Index {
  readonly name: string;
  /** Attributes that an entry holds beside the table's own key; an item without one of its keys has no entry. */
  readonly keys: readonly string[];
}

export interface MeteredTable {
  readonly name: string;
  readonly keys: readonly string[];
  readonly indexes: readonly Index[];
}

type Named = { readonly AttributeName: string };

/** Thrown for an index whose entries hold more than keys: what its writes cost is written down nowhere yet. */
class UnknownProjection extends Error {
  override readonly name = 'UnknownProjection';
  readonly code = 'UNKNOWN_PROJECTION';
}

const namesIn = (schema: unknown) => (schema as Named[]).map(({ AttributeName }) => AttributeName);

/** The table that a CreateTable asks for. Throws {@link UnknownProjection}. */
export function meteredTable(input: BenchJson): MeteredTable {
  const indexes = (input.GlobalSecondaryIndexes ?? []) as BenchJson[];
  return {
    name: String(input.TableName),
    keys: namesIn(input.KeySchema),
    indexes: indexes.map(({ IndexName, KeySchema, Projection }) => {
      const { ProjectionType } = Projection as { ProjectionType: string };
      if (ProjectionType !== 'KEYS_ONLY') throw new UnknownProjection(`${IndexName} is not KEYS_ONLY.`);
      return { name: String(IndexName), keys: namesIn(KeySchema) };
    }),
  };
}

/** Each index's entry of an item as text; undefined where it has none. */
export const entriesOf = ({ indexes }: MeteredTable, item: BenchItem): (string | undefined)[] =>
  indexes.map(({ keys }) => {
    const parts = keys.map((key) => item[key]);
    return parts.some((part) => part === undefined) ? undefined : JSON.stringify(parts);
  });

export const placeOf = ({ keys }: MeteredTable, item: BenchItem) =>
  JSON.stringify(keys.map((key) => item[key]));
