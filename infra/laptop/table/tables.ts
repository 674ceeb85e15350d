/** What must be known of each table to see its writes: its key, and the attribute that says when an item is over. */
import type { Json } from '../http/message.ts';
import type { Answered, ItemPlace, TableItem } from './asked.ts';

interface Known {
  /** Names of the key's attributes. */
  readonly key: readonly string[];
  /** The key is that of one of the product's tables: a text `pk`, alone or with a text `sk`. */
  readonly isPlain: boolean;
  readonly ttl: string | undefined;
}

type Named = { readonly AttributeName: string; readonly AttributeType?: string };

/** A table is called by its name or by its ARN. */
const shortName = (table: unknown) => String(table).replace(/^arn:.*\//, '');

function createdBy({ KeySchema, AttributeDefinitions }: Json): Known {
  const key = (KeySchema as Named[]).map(({ AttributeName }) => AttributeName);
  const types = new Map(
    (AttributeDefinitions as Named[]).map((one) => [one.AttributeName, one.AttributeType]),
  );
  const isPlain = ['pk', 'pk,sk'].includes(key.join()) && key.every((name) => types.get(name) === 'S');
  return { key, isPlain, ttl: undefined };
}

/** dynalite has no such setting, and DynamoDB Local would go by the real time. */
export class Tables {
  readonly #known = new Map<string, Known>();

  /** A request that was done. */
  learn(operation: string, input: Json): void {
    if (operation === 'CreateTable') this.#known.set(shortName(input.TableName), createdBy(input));
    if (operation === 'DeleteTable') this.#known.delete(shortName(input.TableName));
  }

  /** What is asked about expiry. Switched on, it holds for what is written from then on. */
  answer(operation: string, input: Json): Answered | undefined {
    const name = shortName(input.TableName);
    const known = this.#known.get(name);
    if (!known) return undefined;
    const wanted = input.TimeToLiveSpecification as { AttributeName: string; Enabled: boolean } | undefined;
    if (operation === 'UpdateTimeToLive' && wanted) {
      this.#known.set(name, { ...known, ttl: wanted.Enabled ? wanted.AttributeName : undefined });
      return { status: 200, output: { TimeToLiveSpecification: wanted } };
    }
    if (operation !== 'DescribeTimeToLive') return undefined;
    const { ttl } = known;
    const described = ttl
      ? { TimeToLiveStatus: 'ENABLED', AttributeName: ttl }
      : { TimeToLiveStatus: 'DISABLED' };
    return { status: 200, output: { TimeToLiveDescription: described } };
  }

  /** The names of the key of one of the product's tables; undefined for others. */
  plainKeyOf(table: string): readonly string[] | undefined {
    const known = this.#known.get(table);
    return known?.isPlain ? known.key : undefined;
  }

  /** The attribute that holds the moment from which an item may be deleted, in seconds. */
  ttlOf(table: string): string | undefined {
    return this.#known.get(table)?.ttl;
  }

  /** Where an item lies; undefined for what the database will refuse. */
  placeOf(table: unknown, item: unknown): ItemPlace | undefined {
    const name = shortName(table);
    const { key = [] } = this.#known.get(name) ?? {};
    const given = (item ?? {}) as TableItem;
    const parts = key.flatMap((part) => (given[part] === undefined ? [] : [[part, given[part]] as const]));
    if (key.length === 0 || parts.length < key.length) return undefined;
    return { table: name, key: Object.fromEntries(parts) };
  }
}
