/**
 * Answers plain operations from memory and lets the database know later, when it is asked for more. A play of years is
 * nearly nothing but such operations, and dynalite checks each as if it came from a stranger.
 */
import type { Json } from '../http/message.ts';
import {
  type Answered,
  type Ask,
  type Asked,
  type Author,
  type ItemPlace,
  nameOf,
  type Table,
  type TableItem,
} from './asked.ts';
import { namedPlaces, writtenPlaces } from './named-places.ts';
import { type PlainOperation, plainOperation } from './plain-operation.ts';
import type { Seam } from './seam.ts';
import type { Tables } from './tables.ts';
import { Turns } from './turns.ts';
import { watchedWrite } from './watched-write.ts';

interface Held {
  readonly place: ItemPlace;
  readonly item: TableItem | undefined;
  /** It stands in the sweep's index, or did when it was read. */
  readonly indexed: boolean;
  /** The database holds the item, or an older state of it. */
  stored: boolean;
}

const refused: Answered = {
  status: 400,
  output: {
    __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
    message: 'The conditional request failed',
  },
};

/** DynamoDB takes so many items in one batch. */
const mostTogether = 25;
/** So many items are kept here that the database holds as well. */
const mostTwice = 2_000;
const reads = /^(Get|BatchGet|Query|Scan|List|Describe)/;
const isIndexed = (item: TableItem | undefined) => item?.sweepShard !== undefined;

/** Thrown when the database does not take what it is told. */
class NotTaken extends Error {
  override readonly name = 'NotTaken';
  readonly code = 'NOT_TAKEN';
}

export class HotItems implements Table {
  readonly #ask: Ask;
  readonly #parts: { readonly seam: Seam; readonly tables: Tables };
  readonly #held = new Map<string, Held>();
  /** What the database has not been told yet, by name. */
  readonly #fresh = new Map<string, Held>();
  /** What asks the database itself goes alone: one after another, and nothing plain meanwhile. */
  readonly #turns = new Turns();
  #trimming = false;

  constructor(ask: Ask, parts: { readonly seam: Seam; readonly tables: Tables }) {
    this.#ask = ask;
    this.#parts = parts;
  }

  async answer(asked: Asked): Promise<Answered> {
    if (this.#held.size - this.#fresh.size > mostTwice) this.#trim();
    const keyOf = (table: string) => this.#parts.tables.plainKeyOf(table);
    const plain = asked.signed ? plainOperation(asked, keyOf) : undefined;
    const answered = plain ? await this.#turns.together(() => this.#do(plain, asked.by)) : undefined;
    return answered ?? this.#askAlone(asked);
  }

  /** Undefined: the database has a reason to refuse it. */
  async #do(plain: PlainOperation, by: Author): Promise<Answered | undefined> {
    const { places } = plain;
    const missing = places.filter((place) => !this.#held.has(nameOf(place)));
    if (missing.length > 0) {
      const read = await Promise.all(missing.map((place) => this.#read(place)));
      if (read.includes(undefined)) return undefined;
    }
    if (plain.do === 'write') return this.#write(plain, by);
    const items = places.map((place) => this.#held.get(nameOf(place))?.item);
    if (plain.answer === 'one') return { status: 200, output: items[0] ? { Item: items[0] } : {} };
    const Responses: Record<string, TableItem[]> = {};
    for (const [nth, { table }] of places.entries()) {
      Responses[table] ??= [];
      const item = items[nth];
      if (item) Responses[table].push(item);
    }
    return { status: 200, output: { Responses, UnprocessedKeys: {} } };
  }

  #write({ places, condition, becomes, tells }: PlainOperation & { do: 'write' }, by: Author): Answered {
    const [place] = places;
    const name = nameOf(place);
    const { item: before, indexed = false, stored = false } = this.#held.get(name) ?? {};
    if (!condition(before)) {
      this.#parts.seam.refused({ ...place, there: before, by });
      return refused;
    }
    const after = becomes(before);
    this.#hold(name, { place, item: after, indexed: indexed || isIndexed(after), stored });
    this.#parts.seam.committed({ ...place, before, after, by });
    return { status: 200, output: tells && after ? { Attributes: after } : {} };
  }

  #hold(name: string, held: Held): void {
    if (held.item === undefined && !held.stored) {
      this.#held.delete(name);
      this.#fresh.delete(name);
      return;
    }
    this.#held.set(name, held);
    this.#fresh.set(name, held);
  }

  #trim(): void {
    if (this.#trimming) return;
    this.#trimming = true;
    void this.#turns.alone(async () => {
      for (const name of this.#held.keys()) if (!this.#fresh.has(name)) this.#held.delete(name);
      this.#trimming = false;
    });
  }

  /** Undefined: the database refused. */
  async #read(place: ItemPlace): Promise<{ readonly item: TableItem | undefined } | undefined> {
    const name = nameOf(place);
    const held = this.#held.get(name);
    if (held) return held;
    const asked = { TableName: place.table, Key: place.key, ConsistentRead: true };
    const { status, output } = await this.#ask('GetItem', asked);
    if (status !== 200) return undefined;
    // Somebody else may have read it too, and written it since.
    const since = this.#held.get(name);
    if (since) return since;
    const item = output.Item as TableItem | undefined;
    const read = { place, item, indexed: isIndexed(item), stored: item !== undefined };
    if (this.#parts.tables.plainKeyOf(place.table)) this.#held.set(name, read);
    return read;
  }

  /** Tells the database what it must know for the operation, and lets it have it to itself. */
  #askAlone(asked: Asked): Promise<Answered> {
    const { operation, input } = asked;
    const places = writtenPlaces(operation, input, this.#parts.tables);
    return this.#turns.alone(async () => {
      await this.#tell(this.#concerned(operation, input));
      if (reads.test(operation)) return asked.pass();
      if (places.length === 0) {
        this.#held.clear();
        return asked.pass();
      }
      const pass = async () => {
        const answered = await asked.pass();
        for (const place of places) this.#held.delete(nameOf(place));
        return answered;
      };
      const image = async (place: ItemPlace) => (await this.#read(place))?.item;
      return watchedWrite(this.#parts, { ...asked, pass }, places, image);
    });
  }

  /** What the database must be told of before it is asked this. */
  #concerned(operation: string, input: Json): Held[] {
    const named = namedPlaces(operation, input, this.#parts.tables);
    if (named) return [...new Set(named.flatMap((place) => this.#fresh.get(nameOf(place)) ?? []))];
    const fresh = [...this.#fresh.values()];
    if (operation !== 'Query' || input.KeyConditions !== undefined) return fresh;
    if (input.IndexName !== undefined) return fresh.filter(({ indexed }) => indexed);
    const values = Object.values((input.ExpressionAttributeValues ?? {}) as Record<string, { S?: string }>);
    const partitions = new Set(values.map(({ S }) => S));
    return fresh.filter(({ place }) => partitions.has(place.key.pk?.S));
  }

  async #tell(fresh: readonly Held[]): Promise<void> {
    for (let i = 0; i < fresh.length; i += mostTogether) {
      const together = fresh.slice(i, i + mostTogether);
      const RequestItems: Record<string, Json[]> = {};
      for (const { place, item } of together) {
        RequestItems[place.table] ??= [];
        RequestItems[place.table]?.push(
          item ? { PutRequest: { Item: item } } : { DeleteRequest: { Key: place.key } },
        );
      }
      const { status, output } = await this.#ask('BatchWriteItem', { RequestItems });
      if (status !== 200) throw new NotTaken(`The database did not take the request: ${output.message}`);
      for (const held of together) {
        held.stored = held.item !== undefined;
        this.#fresh.delete(nameOf(held.place));
      }
    }
  }
}
