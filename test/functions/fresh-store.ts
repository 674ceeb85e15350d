/** A store on AWS's protocols, for functions that each play in a process of their own. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AttributeValue, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Temporal } from 'temporal-polyfill';
import { arn } from '../../infra/laptop/arns.ts';
import { bundleOf, layOut } from '../../infra/proof/bench/bundle/bundles.ts';
import { startLabCloud } from '../../infra/proof/bench/lab/cloud.ts';
import { labEnvironment } from '../../infra/proof/bench/lab/environment.ts';
import { busBody, postTo } from '../../infra/proof/bench/lab/records.ts';
import { recordsOf } from '../../infra/proof/bench/lab/waiting.ts';
import { eventSources } from '../../infra/stack/event-sources.ts';
import { type FunctionName, namesOf, type QueueRole } from '../../infra/stack/names.ts';
import { secretsKeys } from '../../shared/aws/secrets-keys.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import { signLink } from '../../shared/service/rendering/link-token.ts';
import { localSettings } from '../../shared/settings/local-settings.ts';
import { playFresh } from './fresh-process.ts';

const now = () => Temporal.Now.instant();

/** Where it is noon now, so that no letter waits for a morning. */
const noonZone = (): string => {
  const ahead = 12 - now().toZonedDateTimeISO('UTC').hour;
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
};

export async function freshStore() {
  const settings = localSettings();
  const names = namesOf(settings);
  const cloud = await startLabCloud(settings);
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-fresh-'));
  const access = {
    endpoint: cloud.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const client = new DynamoDBClient(access);
  const secrets = new SecretsManagerClient(access);
  const keys = secretsKeys({ client: secrets, secretId: names.secret, clock: systemClock });

  /** Builds a function as the stack does, and lays it out as Lambda unpacks it. */
  const unpacked = async (name: FunctionName): Promise<string> => {
    const own = join(folder, `${name}-${randomUUID()}`);
    mkdirSync(own);
    return layOut(await bundleOf(name), own);
  };
  const environmentIn = (file: string) => ({
    ...labEnvironment(settings, names, cloud.url),
    TEMPLATES_DIR: join(file, '..', 'templates'),
  });

  return {
    settings,
    unpacked,
    async play(name: FunctionName, events: readonly unknown[]) {
      const file = await unpacked(name);
      const played = await playFresh(file, environmentIn(file), events);
      return { played, page: await cloud.turn([]) };
    },
    environmentIn,

    /** A batch of a queue as Lambda hands it over. */
    batch(role: QueueRole, bodies: readonly string[]) {
      const source = eventSources(settings).find(({ queue }) => queue === role);
      if (!source) throw new Error(`No function takes ${role}.`);
      const at_ms = now().epochMilliseconds;
      const messages = bodies.map((body) => {
        return { body, attributes: {}, request: 1, byTimer: false, sent_ms: at_ms, receives: 1 };
      });
      return { Records: recordsOf({ source, messages }, arn('sqs', names.queue(role)), at_ms) };
    },

    order(customer: string): string {
      const detail = {
        eventId: `o-${customer}`,
        occurredAt: now().toString(),
        customer: {
          id: customer,
          email: `${customer}@example.com`,
          name: '花子',
          locale: 'ja',
          timeZone: noonZone(),
          acceptsMarketing: true,
        },
        order: {
          id: `o-${customer}`,
          currency: 'JPY',
          total: 5400,
          items: [{ productId: 'p-1', name: '美容液', quantity: 1, unitPrice: 5400 }],
        },
      };
      return busBody(settings.eventSource, 'OrderPlaced', detail, now());
    },

    /** A visit to one of a customer's own pages, by the link of a mail. */
    async visit(customer: string, purpose: 'preferences' | 'unsubscribe', method: 'GET' | 'POST') {
      const token = signLink(await keys(), { purpose, customer, locale: 'ja' });
      const post = postTo(`https://links.example.com/${purpose === 'preferences' ? 'p' : 'u'}/${token}`);
      const { requestContext } = post as { requestContext: { http: object } };
      return { ...post, requestContext: { ...requestContext, http: { ...requestContext.http, method } } };
    },

    fromSes: (detailType: string, detail: object) => busBody('aws.ses', detailType, detail, now()),

    /** Copies of one customer's record, each of somebody whose timers never came. */
    async crowd(count: number): Promise<void> {
      const { Items = [] } = await client.send(
        new ScanCommand({ TableName: names.tables.records, Limit: 1 }),
      );
      const [record] = Items;
      if (!record) throw new Error('Nobody is in the table yet.');
      const before = { N: String(Math.floor(now().epochMilliseconds / 1000) - 7200) };
      const put = (nth: number) => {
        const shard: Record<string, AttributeValue> =
          nth < 1600 ? { sweepShard: { S: `S#${String(nth % 16).padStart(2, '0')}` }, sweepAt: before } : {};
        const Item = {
          ...record,
          ...shard,
          pk: { S: `C#${settings.store}#crowd-${nth}` },
          // As long as a record of some years.
          write: { S: 'w'.repeat(1000) },
          wakeAt: before,
        };
        return client.send(new PutItemCommand({ TableName: names.tables.records, Item }));
      };
      for (let from = 0; from < count; from += 50)
        await Promise.all(Array.from({ length: Math.min(50, count - from) }, (_, nth) => put(from + nth)));
    },

    async stop() {
      client.destroy();
      secrets.destroy();
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
