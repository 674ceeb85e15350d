/** The product's tables in this process, asked as its listener asks it, with the seam to look at. */
import type { Json } from '../../../infra/laptop/http/message.ts';
import type { Answered, Ask, Author } from '../../../infra/laptop/table/asked.ts';
import type { Backend } from '../../../infra/laptop/table/backend.ts';
import type { Database } from '../../../infra/laptop/table/database.ts';
import { answerer, type MakeTable } from '../../../infra/laptop/table/database-front.ts';
import { headersOf } from '../../../infra/laptop/table/database-protocol.ts';
import { dynaliteWithin } from '../../../infra/laptop/table/dynalite-within.ts';
import { createProductTables } from '../../../infra/laptop/table/product-tables.ts';
import { workerKeyPrefix } from '../../../infra/laptop/worker-key.ts';
import type { StackNames } from '../../../infra/stack/names.ts';

export type Step = readonly [operation: string, input: Json];

export const names = {
  tables: { records: 't-records', beside: 't-beside' },
  sweepIndex: 'sweep',
} as unknown as StackNames;

const asDatabase = (ask: Ask) =>
  ({
    async call(operation, body) {
      const { status, output } = await ask(operation, JSON.parse(String(body)) as Json);
      return { status, body: Buffer.from(JSON.stringify(output)) };
    },
  }) as Database;

/** Makes the product's tables, and waits until they take items. */
async function makeTables(ask: Ask, stream = false): Promise<void> {
  const withStream: Ask = (operation, input) => {
    const StreamSpecification = { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' };
    return ask(operation, operation === 'CreateTable' ? { ...input, StreamSpecification } : input);
  };
  await createProductTables(asDatabase(stream ? withStream : ask), names);
  for (const TableName of Object.values(names.tables)) {
    const isReady = async () =>
      JSON.stringify(await ask('DescribeTable', { TableName })).includes('"ACTIVE"');
    while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** The product's tables in dynalite, with nothing before it. */
export async function dynaliteAlone(): Promise<Ask> {
  const { ask } = dynaliteWithin();
  await makeTables(async (operation, input) =>
    operation === 'UpdateTimeToLive' ? { status: 200, output: {} } : ask(operation, input),
  );
  return ask;
}

const worker = `AWS4-HMAC-SHA256 Credential=${workerKeyPrefix}.sender.0/20000101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;

/** @param backend a database without tables */
export async function seenTable(backend: Backend, make: MakeTable, stream = false) {
  let itself = 0;
  const counted: Backend = {
    ask: (...asked) => {
      itself += 1;
      return backend.ask(...asked);
    },
    pass: (request) => {
      itself += 1;
      return backend.pass(request);
    },
  };
  const front = answerer(counted, make);
  const ask = (operation: string, input: Json, by: Author = 'other'): Promise<Answered> => {
    const headers = { ...headersOf(operation), ...(by === 'worker' && { authorization: worker }) };
    return front.answer({ method: 'POST', url: '/', headers, body: Buffer.from(JSON.stringify(input)) });
  };
  await makeTables(ask, stream);
  itself = 0;
  return { ...front, do: ask, asked: () => itself, backend: counted };
}
