/** A store of six customers on a running embedded cloud, and the campaign's commands as they are typed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { expect } from 'vitest';
import { startCloud } from '../../../../infra/laptop/cloud.ts';
import { runCampaign } from '../../../../infra/operator/campaign/campaign-program.ts';
import type { FreeJson } from '../../../support/free-json.ts';
import { twoScenariosAlone } from '../../../support/two-scenarios-alone.ts';
import { recordingTerminal } from '../terminal.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
/** All of them allow marketing. */
export const readers = ['aoi', 'botan', 'cho', 'den', 'ema'];

export interface LetterSent {
  readonly to: string;
  readonly id: string;
  readonly subject: string;
  readonly template: string;
}

/** The readers and one who allows nothing ordered on 2 March; it is the 19th. */
export async function campaignStore(over: Readonly<Record<string, unknown>> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'campaign-'));
  const cloud = await startCloud({
    port: 0,
    startAt: '2026-03-02T03:30:00Z',
    settings: {
      scenarios: { ...twoScenariosAlone.scenarios, campaign: {}, 'after-purchase': { on: false } },
      ...over,
    },
    report: () => undefined,
  });
  const bus = new EventBridgeClient({ endpoint: cloud.url, region: 'us-east-1', credentials });

  async function order(customer: string, id: string, acceptsMarketing: boolean): Promise<void> {
    const detail = {
      eventId: `evt-${id}`,
      occurredAt: cloud.clock.now().toString(),
      customer: { id: customer, email: `${customer}@example.com`, timeZone: 'Asia/Tokyo', acceptsMarketing },
      order: {
        id,
        currency: 'JPY',
        total: 5400,
        items: [{ productId: 'p-1', quantity: 1, unitPrice: 5400 }],
      },
    };
    const entry = { EventBusName: cloud.names.bus, Source: 'storefront', DetailType: 'OrderPlaced' };
    const Entries = [{ ...entry, Detail: JSON.stringify(detail) }];
    expect((await bus.send(new PutEventsCommand({ Entries }))).FailedEntryCount).toBe(0);
  }

  for (const id of readers) await order(id, `o-${id}`, true);
  await order('fumi', 'o-fumi', false);
  await cloud.clock.to('2026-03-19T03:00:00Z');

  async function campaign(...words: string[]) {
    const terminal = recordingTerminal();
    const code = await runCampaign([...words, '--local', cloud.url], terminal);
    return { code, ...terminal.said };
  }
  const asked = async (what: string) => (await fetch(`${cloud.url}/_local/${what}`)).json();

  return {
    cloud,
    folder,
    order,
    campaign,
    draft(text: string): string {
      const file = path.join(folder, 'week-10.yaml');
      writeFileSync(file, text);
      return file;
    },
    async json(...words: string[]): Promise<FreeJson> {
      const { code, out, err } = await campaign(...words, '--json');
      expect(err).toBe('');
      return { code, ...JSON.parse(out) };
    },
    async letters(): Promise<LetterSent[]> {
      const mails = (await asked('mails')) as LetterSent[];
      return mails.filter(({ template }) => template === 'campaign/letter');
    },
    stats: (): Promise<FreeJson> => asked('stats'),
    async stop() {
      bus.destroy();
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
