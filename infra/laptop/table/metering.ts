/** Reads along what DynamoDB is asked and answers: what it would cost there, and what becomes of the sweep's index. */
import { EnrolmentsSeen } from './enrolments-seen.ts';
import { type Item, ItemMeter, type NoteIndexed } from './item-meter.ts';

export type Json = Record<string, unknown>;

interface Seen {
  readonly input: Json;
  readonly output: Json;
  readonly meter: ItemMeter;
}

type UnitsOf = (seen: Seen) => number;

const items = (value: unknown): Item[] => (Array.isArray(value) ? (value as Item[]) : []);
const consistent = (input: Json) => input.ConsistentRead === true;
const sum = (units: readonly number[]) => units.reduce((all, one) => all + one, 0);
const perTable = (value: unknown) => Object.entries((value ?? {}) as Record<string, unknown>);

function batchRead({ input, output, meter }: Seen): number {
  const responses = (output.Responses ?? {}) as Json;
  return sum(
    perTable(input.RequestItems).map(([table, asked]) => {
      const strong = consistent(asked as Json);
      const found = items(responses[table]);
      const missing = items((asked as Json).Keys).length - found.length;
      return sum(found.map((item) => meter.got(item, strong))) + missing * meter.got(undefined, strong);
    }),
  );
}

type Write = {
  readonly PutRequest?: { readonly Item: Item };
  readonly DeleteRequest?: { readonly Key: Item };
};

function batchWrite({ input, output, meter }: Seen): number {
  const undone = new Set(
    perTable(output.UnprocessedItems).flatMap(([, left]) =>
      (left as Write[]).map((one) => JSON.stringify(one)),
    ),
  );
  const done = perTable(input.RequestItems)
    .flatMap(([, writes]) => writes as Write[])
    .filter((write) => !undone.has(JSON.stringify(write)));
  return sum(
    done.map(({ PutRequest, DeleteRequest }) => {
      if (PutRequest) return meter.written(PutRequest.Item, PutRequest.Item);
      return DeleteRequest ? meter.written(DeleteRequest.Key, undefined) : 0;
    }),
  );
}

const page: UnitsOf = ({ input, output, meter }) => meter.paged(items(output.Items), consistent(input));

const reads: Readonly<Record<string, UnitsOf>> = {
  GetItem: ({ input, output, meter }) => meter.got(output.Item as Item | undefined, consistent(input)),
  Query: page,
  Scan: page,
  BatchGetItem: batchRead,
};
const writes: Readonly<Record<string, UnitsOf>> = {
  PutItem: ({ input, meter }) => meter.written(input.Item as Item, input.Item as Item),
  DeleteItem: ({ input, meter }) => meter.written(input.Key as Item, undefined),
  UpdateItem: ({ input, output, meter }) => meter.written(input.Key as Item, output.Attributes as Item),
  BatchWriteItem: batchWrite,
};

/** An update tells only on request what the item became: it is asked for, and kept from a client that did not ask. */
export function asksForNew(operation: string, input: Json): boolean {
  return operation === 'UpdateItem' && (input.ReturnValues ?? 'NONE') === 'NONE';
}

/** A call and what was answered; what an update made of its item is in the output. */
interface Answered {
  readonly input: Json;
  readonly status: number;
  readonly output: Json;
}

/** Counts since the start. `capacity` and `requests` are those of counted requests, the workers'. */
export class Metering {
  readonly capacity = { read: 0, write: 0 };
  readonly requests: Record<string, number> = {};
  readonly enrolments = new EnrolmentsSeen();
  readonly #meter: ItemMeter;

  /** @param note is told of each change of an item's entry in the sweep's index */
  constructor(note: NoteIndexed) {
    this.#meter = new ItemMeter(note);
  }

  observe(operation: string, { input, status, output }: Answered, counted: boolean): void {
    if (counted) this.requests[operation] = (this.requests[operation] ?? 0) + 1;
    const key = (input.Key ?? input.Item) as Item | undefined;
    if (status !== 200) {
      const refused = counted && key && String(output.__type).endsWith('ConditionalCheckFailedException');
      if (refused) this.capacity.write += this.#meter.refused(key);
      return;
    }
    if (operation === 'PutItem' && key?.sk?.S === 'REC') this.enrolments.note(key);
    const read = reads[operation];
    const write = writes[operation];
    if (write) {
      const units = write({ input, output, meter: this.#meter });
      if (counted) this.capacity.write += units;
    } else if (read && counted) {
      this.capacity.read += read({ input, output, meter: this.#meter });
    }
  }
}
