/** What `unknown` asks of a deployment: the mails, and how many of others the mail service has told of since. */
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import { customerOf, keyIdOf } from '../../../shared/aws/table-keys.ts';
import { readInstant } from '../../../shared/core/values/stored-instant.ts';
import type { Target } from '../target/target.ts';
import { metricSum } from './status-parts.ts';
import { scanForTouchpoints } from './touchpoint-scan.ts';

type Instant = Temporal.Instant;

export interface UnknownMail {
  readonly id: string;
  readonly customer: string;
  readonly template: string;
  readonly kind: string;
  readonly at: Instant;
  /** True where feedback of it came all the same. */
  readonly reported: boolean;
}

const most = 200;

type Item = Readonly<Record<string, AttributeValue>>;

/** Of the table beside the records, read whole: half a read unit for each 4 KB, $0.06 for each GB. At most 200 are told. */
export async function unknownMails(target: Target) {
  const { clients, settings } = target;
  const mails: UnknownMail[] = [];
  let cursor: Item | undefined;
  do {
    const answer = await clients.dynamo.send(
      new ScanCommand({
        ...scanForTouchpoints(target, 'unknown'),
        ...(cursor && { ExclusiveStartKey: cursor }),
      }),
    );
    mails.push(...(answer.Items ?? []).map((item) => mailOf(settings.store, item)));
    cursor = answer.LastEvaluatedKey;
  } while (cursor && mails.length < most);
  const oldestFirst = mails.toSorted((a, b) => (a.at.epochNanoseconds < b.at.epochNanoseconds ? -1 : 1));
  return { mails: oldestFirst.slice(0, most), orMore: cursor !== undefined || mails.length > most };
}

function mailOf(
  store: string,
  { pk, sk, template, kind, at, delivered, bounced, clicked }: Item,
): UnknownMail {
  return {
    id: keyIdOf(sk?.S ?? ''),
    customer: customerOf(store, pk?.S ?? ''),
    template: template?.S ?? '',
    kind: kind?.S ?? '',
    at: readInstant(at?.N === undefined ? (at?.S ?? '') : Number(at.N)),
    reported: [delivered, bounced, clicked].some((told) => told !== undefined),
  };
}

/** On AWS by the metric, from the hour after on. On this machine by the table: its mail service tells of each mail it takes. */
export async function reportedSince(target: Target, since: Instant, now: Instant): Promise<number> {
  if (!target.isLocal) {
    const minutes = Math.floor((now.epochMilliseconds - since.epochMilliseconds) / 60_000);
    return metricSum(target, 'SendReported', Math.max(minutes, 1));
  }
  const { Items = [] } = await target.clients.dynamo.send(
    new ScanCommand(scanForTouchpoints(target, 'sent')),
  );
  const { store } = target.settings;
  return Items.filter((item) => mailOf(store, item).at.epochNanoseconds > since.epochNanoseconds).length;
}
