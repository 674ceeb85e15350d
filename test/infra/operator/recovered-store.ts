/** An embedded cloud for tests of what brings lost things back: the operator's commands, and looks at what is there. */
import { DeleteItemCommand, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { type CloudOptions, startCloud } from '../../../infra/laptop/cloud.ts';
import { runOps } from '../../../infra/operator/ops/ops-program.ts';
import type { FreeJson } from '../../support/free-json.ts';
import { twoScenariosAlone } from '../../support/two-scenarios-alone.ts';
import { recordingTerminal } from './terminal.ts';

export type Item = NonNullable<Awaited<ReturnType<typeof scan>>>[number];

/** A record alone has no second key. */
export const isRecord = ({ sk }: { readonly sk?: unknown }) => sk === undefined;

const scan = async (client: DynamoDBClient, TableName: string) =>
  (await client.send(new ScanCommand({ TableName, ConsistentRead: true }))).Items ?? [];

export async function recoveredStore(options: Partial<CloudOptions> & { readonly startAt: string }) {
  const cloud = await startCloud({
    port: 0,
    settings: twoScenariosAlone,
    report: () => undefined,
    ...options,
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const config = { endpoint: cloud.url, region: 'us-east-1', credentials };
  const dynamo = new DynamoDBClient(config);
  const bus = new EventBridgeClient(config);
  const { tables } = cloud.names;
  const tableOf = (item: Item) => (isRecord(item) ? tables.records : tables.beside);

  async function ops(...words: string[]) {
    const terminal = recordingTerminal();
    const code = await runOps([...words, '--local', cloud.url], terminal);
    return { code, ...terminal.said };
  }

  async function get<Answer>(path: string): Promise<Answer> {
    return (await (await fetch(`${cloud.url}/_local/${path}`)).json()) as Answer;
  }

  async function put(DetailType: string, detail: object, Source = 'storefront'): Promise<void> {
    const Detail = JSON.stringify(detail);
    const Entries = [{ EventBusName: cloud.names.bus, Source, DetailType, Detail }];
    await bus.send(new PutEventsCommand({ Entries }));
  }

  return {
    cloud,
    dynamo,
    ops,
    get,
    put,
    async json(...words: string[]): Promise<FreeJson> {
      const { code, out, err } = await ops(...words, '--json');
      return { code, err, ...(out === '' ? {} : JSON.parse(out)) };
    },
    /** The customer's one order, of this moment. */
    order: (customer: string) =>
      put('OrderPlaced', {
        eventId: `evt-${customer}`,
        occurredAt: cloud.clock.now().toString(),
        customer: { id: customer, email: `${customer}@example.com`, acceptsMarketing: true },
        order: {
          id: `o-${customer}`,
          currency: 'JPY',
          total: 5400,
          items: [{ productId: 'p-1', quantity: 1 }],
        },
      }),
    /** The templates of the mails that the customer got. */
    mailsTo: async (customer: string) =>
      (await get<{ to: string; template: string }[]>('mails'))
        .filter(({ to }) => to === `${customer}@example.com`)
        .map(({ template }) => template),
    /** Of both tables. */
    items: async () => (await Promise.all(Object.values(tables).map((name) => scan(dynamo, name)))).flat(),
    async write(items: readonly Item[]): Promise<void> {
      for (const Item of items) await dynamo.send(new PutItemCommand({ TableName: tableOf(Item), Item }));
    },
    async remove(item: Item): Promise<void> {
      const { pk, sk } = item;
      const Key = { pk, ...(isRecord(item) ? {} : { sk }) } as Item;
      await dynamo.send(new DeleteItemCommand({ TableName: tableOf(item), Key }));
    },
    async stop(): Promise<void> {
      dynamo.destroy();
      bus.destroy();
      await cloud.stop();
    },
  };
}

export type RecoveredStore = Awaited<ReturnType<typeof recoveredStore>>;
