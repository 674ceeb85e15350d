/**
 * What the laptop's table tells of its writes, held to the stream of Amazon's DynamoDB Local where Java is, and always
 * to what a reader of the table finds before and after each request.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableItem } from '../../infra/laptop/table/asked.ts';
import { ChangeLog } from '../../infra/laptop/table/change-log.ts';
import { hasJava } from '../../infra/laptop/table/database.ts';
import { databaseAt } from '../../infra/laptop/table/database-at.ts';
import { dynaliteWithin } from '../../infra/laptop/table/dynalite-within.ts';
import { Expiry } from '../../infra/laptop/table/expiry.ts';
import { HotItems } from '../../infra/laptop/table/hot-items.ts';
import { StraightThrough } from '../../infra/laptop/table/straight-through.ts';
import { dynaliteAlone, names, type Step, seenTable } from '../infra/laptop/seen-table.ts';
import {
  everyKey,
  expiries,
  keyOf,
  reads,
  transactions,
  update,
  writes,
} from '../infra/laptop/table-steps.ts';
import { startJava } from './databases.ts';
import { tableStream } from './table-stream.ts';

type Told = {
  readonly key: TableItem;
  readonly event: string;
  readonly before: unknown;
  readonly after: unknown;
};
type Subject = Awaited<ReturnType<typeof seenTable>>;

/** A table whose changes are kept, and whose items expire. */
function logged(subject: Subject) {
  const { seam, tables, table, backend } = subject;
  const changes = seam.subscribe(new ChangeLog(10_000));
  const expiry = seam.subscribe(new Expiry({ tables, table, ask: backend.ask, expiring: () => undefined }));
  return {
    changes,
    async do([operation, input]: Step): Promise<number> {
      if (operation !== 'Expire') return (await subject.do(operation, input)).status;
      await expiry.expire(Number(input.at_ms));
      return 200;
    },
  };
}

const onDynalite = async () =>
  logged(await seenTable(dynaliteWithin(), (ask, parts) => new HotItems(ask, parts)));

/** Nothing means the order of fields, or of the members of a set. */
function inOrder(value: unknown, name = ''): unknown {
  if (Array.isArray(value))
    return /^[SNB]S$/.test(name) ? [...value].sort() : value.map((one) => inOrder(one));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, given]) => [key, inOrder(given, key)] as const);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const text = (item: unknown) => JSON.stringify(inOrder(item ?? null));

/** By key, in order. */
function byKey(told: readonly Told[], partitions = ''): Record<string, unknown[]> {
  const found: Record<string, unknown[]> = {};
  for (const { key, event, before, after } of told) {
    if (!key.pk?.S?.startsWith(partitions)) continue;
    const name = [key.pk.S, key.sk?.S].filter(Boolean).join(' ');
    found[name] = [...(found[name] ?? []), inOrder({ event, before, after })];
  }
  return Object.fromEntries(Object.entries(found).sort());
}

/** The same step about other customers. */
const of = (run: string, step: Step) => JSON.parse(JSON.stringify(step).replaceAll('"C#', `"${run}`)) as Step;
const some = { minLength: 4, maxLength: 25 };

test('what the table tells is what a reader finds before and after each request', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(writes, writes, reads), some), async (steps) => {
      const [subject, ask] = [await onDynalite(), await dynaliteAlone()];
      const readAll = async () => {
        const asked = everyKey.map((place) => ask('GetItem', place));
        return (await Promise.all(asked)).map(({ output }) => output.Item);
      };
      const found: Told[] = [];
      for (const step of steps) {
        const before = await readAll();
        await Promise.all([subject.do(step), ask(...step)]);
        const after = await readAll();
        for (const [i, { Key: key }] of everyKey.entries()) {
          if (text(before[i]) === text(after[i])) continue;
          const event = !before[i] ? 'INSERT' : after[i] ? 'MODIFY' : 'REMOVE';
          found.push({ key, event, before: before[i], after: after[i] });
        }
      }
      expect(byKey(subject.changes.since(0))).toEqual(byKey(found));
    }),
    { numRuns: 100 },
  );
});

function heldToTheStream() {
  let java: Awaited<ReturnType<typeof startJava>>;
  let local: ReturnType<typeof logged>;
  let stream: ReturnType<typeof tableStream>;
  let runs = 0;

  beforeAll(async () => {
    java = await startJava();
    const itself = databaseAt(java.port);
    const answers = () =>
      itself.ask('ListTables', {}).then(
        () => true,
        () => false,
      );
    while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, 100));
    local = logged(await seenTable(itself, (ask, parts) => new StraightThrough(ask, parts), true));
    stream = tableStream(java.port);
  });
  afterAll(() => java?.stop());

  /** Does something under a name of its own; what DynamoDB Local streamed of it, and what the table told. */
  async function streamed(task: (run: string) => Promise<unknown>) {
    runs += 1;
    const run = `R${runs}#`;
    await task(run);
    const pk = { S: `end-${run}` };
    await local.do(['PutItem', { TableName: names.tables.records, Item: { pk } }]);
    await local.do(['PutItem', { TableName: names.tables.beside, Item: { pk, sk: { S: 'X' } } }]);
    const records = await stream.until(`end-${run}`);
    return { wanted: byKey(records, run), told: byKey(local.changes.since(0), run), run };
  }

  test('each write told, on dynalite and on DynamoDB Local, is the one on its stream, key by key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(writes, writes, writes, reads, expiries), some), async (steps) => {
        const dynalite = await onDynalite();
        const { wanted, told, run } = await streamed(async (name) => {
          for (const step of steps.map((one) => of(name, one))) {
            const statuses = [await local.do(step), await dynalite.do(step)];
            expect([step, statuses[1]]).toEqual([step, statuses[0]]);
          }
        });
        expect(told).toEqual(wanted);
        expect(byKey(dynalite.changes.since(0), run)).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });

  test('a transaction is told as its writes, if it is done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(writes, transactions, transactions), some), async (steps) => {
        const { wanted, told } = await streamed(async (name) => {
          for (const step of steps) await local.do(of(name, step));
        });
        expect(told).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  });

  test('of many writers at once, each is told in the order in which the stream has them', async () => {
    const add = (n: number) =>
      update(n % 4, {
        UpdateExpression: 'ADD seen :one',
        ExpressionAttributeValues: { ':one': { N: '1' } },
      });
    const { wanted, told, run } = await streamed((name) =>
      Promise.all(Array.from({ length: 80 }, (_, n) => local.do(of(name, add(n))))),
    );
    expect(told).toEqual(wanted);
    expect(wanted[keyOf(0).pk.S.replace('C#', run)]).toHaveLength(20);
  });
}

if (hasJava()) describe('DynamoDB Local', heldToTheStream);
else
  console.log('No stream to hold the table to: there is no Java. Its own reads before and after stand in.');
