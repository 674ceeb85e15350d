/** Letters to many: one item for each, which every sender of a batch asks for, so that it is read once a minute at most. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../ports/clock.ts';
import type { Campaign, Campaigns } from '../ports/templates.ts';
import { type DynamoTables, putAt, readItem } from './dynamo-table.ts';
import { campaignPlace } from './table-keys.ts';

const kept_ms = 60_000;
const most = 20;

interface Options extends DynamoTables {
  readonly clock: Clock;
}

interface Kept {
  readonly read_ms: number;
  readonly campaign: Promise<Campaign | undefined>;
}

/** `campaigns` on DynamoDB: JSON text, so that the words come back as they were. */
export function dynamoCampaigns(options: Options): Campaigns {
  const { client, store, clock } = options;
  const kept = new Map<string, Kept>();

  async function read(id: string): Promise<Campaign | undefined> {
    const item = await readItem(options, campaignPlace(store, id));
    return item === undefined ? undefined : (JSON.parse(item.campaign as string) as Campaign);
  }

  return {
    load(id) {
      const now_ms = clock.now().epochMilliseconds;
      const known = kept.get(id);
      // A clock that went back makes the copy's age unknown: read again.
      if (known && now_ms >= known.read_ms && now_ms < known.read_ms + kept_ms) return known.campaign;
      if (kept.size >= most) kept.clear();
      const campaign = read(id);
      kept.set(id, { read_ms: now_ms, campaign });
      // What is not there, or could not be read, is asked for again.
      campaign.then(
        (found) => found ?? kept.delete(id),
        () => kept.delete(id),
      );
      return campaign;
    },

    async put(campaign) {
      const item = { campaign: { S: JSON.stringify(campaign) } };
      await client.send(new PutItemCommand(putAt(options, campaignPlace(store, campaign.id), item)));
      kept.delete(campaign.id);
    },
  };
}
