/**
 * Answers plain operations from memory and lets the database know later, when it is asked for more. A play of years is
 * nearly nothing but such operations, and dynalite checks each as if it came from a stranger.
 */
import type { Answered } from './database-front.ts';
import type { MeteredItem } from './item-meter.ts';
import type { MeteredJson } from './metering.ts';
import { type ItemPlace, type PlainOperation, plainOperation } from './plain-operation.ts';

/** Asks the database itself. */
export type Ask = (operation: string, input: MeteredJson) => Promise<Answered>;

interface Held {
  readonly place: ItemPlace;
  readonly item: MeteredItem | undefined;
  /** It stands in the sweep's index, or did when it was read. */
  readonly indexed: boolean;
}

const refused: Answered = {
  status: 400,
  output: {
    __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
    message: 'The conditional request failed',
  },
};

const nameOf = ({ table, key }: ItemPlace) => `${table}\n${key.pk?.S}\n${key.sk?.S}`;
/** DynamoDB takes so many items in one batch. */
const mostTogether = 25;

/** Thrown when the database does not take what it is told. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  readonly code = 'NOT_TAKEN';
}

export class HotItems {
  readonly #ask: Ask;
  readonly #held = new Map<string, Held>();
  /** What the database has not been told yet, by name. */
  readonly #fresh = new Map<string, Held>();
  readonly #running = new Set<Promise<unknown>>();
  /** What asks the database itself goes alone: one after another, and nothing plain meanwhile. */
  #alone: Promise<unknown> | undefined;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** The answer; undefined where only the database knows it, by way of {@link askAlone}. */
  answer(operation: string, input: MeteredJson, bytes: number): Promise<Answered> | undefined {
    const plain = plainOperation(operation, input, bytes);
    return plain && this.#inTurn(plain, operation, input);
  }

  /** Tells the database what it must know for the operation, and lets `ask` have it to itself until it resolves. */
  askAlone(operation: string, input: MeteredJson, ask: () => Promise<void>): Promise<void> {
    const before = this.#alone;
    const run = async () => {
      await before?.catch(() => undefined);
      await Promise.allSettled(this.#running);
      await this.#announce(this.#concerned(operation, input));
      this.#forget(operation, input);
      await ask();
    };
    const done = run().finally(() => {
      if (this.#alone === done) this.#alone = undefined;
    });
    this.#alone = done;
    return done;
  }

  async #inTurn(plain: PlainOperation, operation: string, input: MeteredJson): Promise<Answered> {
    while (this.#alone) await this.#alone.catch(() => undefined);
    const run = this.#do(plain, operation, input);
    this.#running.add(run);
    return run.finally(() => this.#running.delete(run));
  }

  async #do(plain: PlainOperation, operation: string, input: MeteredJson): Promise<Answered> {
    const places = plain.do === 'get' ? plain.places : [plain.place];
    const missing = places.filter((place) => !this.#held.has(nameOf(place)));
    if (missing.length > 0 && !(await this.#read(missing))) {
      // A table that is not there is refused in the words of the operation that was asked.
      return this.#ask(operation, input);
    }
    const items = places.map((place) => this.#held.get(nameOf(place))?.item);
    if (plain.do === 'write') return this.#write(plain, items[0]);
    if (plain.answer === 'one') return { status: 200, output: items[0] ? { Item: items[0] } : {} };
    const found = items.filter((item) => item !== undefined);
    return { status: 200, output: { Responses: { [places[0]?.table ?? '']: found }, UnprocessedKeys: {} } };
  }

  #write(
    { place, condition, becomes, returnsItem }: PlainOperation & { do: 'write' },
    there: MeteredItem | undefined,
  ): Answered {
    if (!condition(there)) return refused;
    const name = nameOf(place);
    const item = becomes(there);
    const indexed = item.sweepShard !== undefined || (this.#held.get(name)?.indexed ?? false);
    const held = { place, item, indexed };
    this.#held.set(name, held);
    this.#fresh.set(name, held);
    return { status: 200, output: returnsItem ? { Attributes: item } : {} };
  }

  /** False: the database refused. */
  async #read(places: readonly ItemPlace[]): Promise<boolean> {
    const answers = await Promise.all(
      places.map(({ table, key }) =>
        this.#ask('GetItem', { TableName: table, Key: key, ConsistentRead: true }),
      ),
    );
    if (answers.some(({ status }) => status !== 200)) return false;
    answers.forEach(({ output }, i) => {
      const place = places[i] as ItemPlace;
      const item = output.Item as MeteredItem | undefined;
      // Somebody else may have read it too, and written it since.
      if (this.#held.has(nameOf(place))) return;
      this.#held.set(nameOf(place), { place, item, indexed: item?.sweepShard !== undefined });
    });
    return true;
  }

  /** What the database must be told of before it is asked this. */
  #concerned(operation: string, input: MeteredJson): Held[] {
    const keys = keysIn(operation, input);
    if (keys) return [...keys].flatMap((name) => this.#fresh.get(name) ?? []);
    const fresh = [...this.#fresh.values()];
    if (operation !== 'Query' || input.KeyConditions !== undefined) return fresh;
    if (input.IndexName !== undefined) return fresh.filter(({ indexed }) => indexed);
    const values = Object.values((input.ExpressionAttributeValues ?? {}) as Record<string, { S?: string }>);
    const partitions = new Set(values.map(({ S }) => S));
    return fresh.filter(({ place }) => partitions.has(place.key.pk?.S));
  }

  async #announce(fresh: readonly Held[]): Promise<void> {
    for (let i = 0; i < fresh.length; i += mostTogether) {
      const together = fresh.slice(i, i + mostTogether);
      const RequestItems: Record<string, MeteredJson[]> = {};
      for (const { place, item } of together) {
        RequestItems[place.table] ??= [];
        RequestItems[place.table]?.push({ PutRequest: { Item: item } });
      }
      const { status, output } = await this.#ask('BatchWriteItem', { RequestItems });
      if (status !== 200) throw new NotTaken(`The database did not take what it was told: ${output.message}`);
      for (const { place } of together) this.#fresh.delete(nameOf(place));
    }
  }

  /** Whatever the database may change by itself is read anew. It has been told of all of it. */
  #forget(operation: string, input: MeteredJson): void {
    if (/^(Get|BatchGet|Query|Scan|List|Describe)/.test(operation)) return;
    const keys = keysIn(operation, input);
    if (!keys) this.#held.clear();
    else for (const name of keys) this.#held.delete(name);
  }
}

/** The names of the items an operation is about; undefined where it may be about any. */
function keysIn(operation: string, input: MeteredJson): ReadonlySet<string> | undefined {
  const one = (input.Key ?? input.Item) as MeteredItem | undefined;
  if (/^(Get|Put|Update|Delete)Item$/.test(operation) && one) {
    return new Set([nameOf({ table: String(input.TableName), key: one })]);
  }
  if (!/^Batch(Get|Write)Item$/.test(operation)) return undefined;
  const tables = Object.entries((input.RequestItems ?? {}) as Record<string, unknown>);
  const names = tables.flatMap(([table, asked]) => {
    const writes = Array.isArray(asked)
      ? (asked as Record<string, { Item?: MeteredItem; Key?: MeteredItem }>[])
      : [];
    const written = writes.flatMap((write) => Object.values(write).map(({ Item, Key }) => Item ?? Key));
    const read = Array.isArray(asked) ? [] : (((asked as MeteredJson).Keys ?? []) as MeteredItem[]);
    return [...written, ...read].map((key) => nameOf({ table, key: key as MeteredItem }));
  });
  return new Set(names);
}
