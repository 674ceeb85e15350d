/**
 * What AWS asks, in dollars, before taxes. A price list ages: each number says where it was read. `assumed`: not found
 * for the region or in no source that could be read; the number of us-east-1, or the best known, stands in.
 */
export const pricesAsOf = '2026-11-22';

export type Region = 'us-east-1' | 'ap-northeast-1';

export interface Price {
  readonly usd: number;
  readonly source: string;
  readonly assumed?: true;
}

/** How much of what one price buys. */
export const million = 1_000_000;

const of = (usd: number, source: string): Price => ({ usd, source });
const assumed = (usd: number, source: string): Price => ({ usd, source, assumed: true });

const virginia = {
  busEvent: of(1, 'EventBridge custom events, per million (cloudburn.io, March 2026)'),
  timer: of(1, 'Scheduler invocations beyond 14 million a month, per million (cloudburn.io, March 2026)'),
  queueRequest: of(0.4, 'SQS standard requests, per million (AWS price list, 2026)'),
  invocation: of(0.2, 'Lambda requests, per million (aws.amazon.com/lambda/pricing, September 2026)'),
  gigabyteSecond: of(
    0.0000133334,
    'Lambda arm64, per GB-second (aws.amazon.com/lambda/pricing, September 2026)',
  ),
  writeUnit: of(0.625, 'DynamoDB on-demand writes, per million (AWS price list, March 2026)'),
  readUnit: of(0.125, 'DynamoDB on-demand reads, per million (AWS price list, March 2026)'),
  tableGigabyte: of(0.25, 'DynamoDB storage, per GB and month (AWS price list, March 2026)'),
  recoveryGigabyte: assumed(0.2, 'DynamoDB point-in-time recovery, per GB and month (unverified)'),
  logGigabyte: of(0.5, 'CloudWatch Logs taken in, per GB (aws.amazon.com/cloudwatch/pricing)'),
  logStoredGigabyte: assumed(0.03, 'CloudWatch Logs kept, per GB and month (unverified)'),
  metric: of(0.3, 'CloudWatch custom metric, per month (aws.amazon.com/cloudwatch/pricing)'),
  alarm: of(0.1, 'CloudWatch standard alarm, per metric in it and month (aws.amazon.com/cloudwatch/pricing)'),
  dashboard: of(3, 'CloudWatch dashboard, per month (aws.amazon.com/cloudwatch/pricing)'),
  secret: assumed(0.4, 'Secrets Manager secret, per month (unverified)'),
  apiRequest: of(1, 'HTTP API requests, per million (AWS price list, March 2026)'),
  transition: of(25, 'Step Functions Standard transitions, per million (pinpole.cloud)'),
  durableOperation: of(
    8,
    'Lambda durable operations, per million (aws.amazon.com/lambda/pricing, September 2026)',
  ),
  durableGigabyte: of(0.25, 'Lambda durable data written, per GB (the same)'),
  durableKeptGigabyte: of(0.15, 'Lambda durable data kept, per GB and month (the same)'),
  mail: of(100, 'SES à la carte, per million recipients (AWS price list, July 2026)'),
  mailEssentials: of(
    160,
    'SES Essentials, the default of new accounts, per million up to 10 million (the same)',
  ),
} as const satisfies Record<string, Price>;

type PriceName = keyof typeof virginia;
export type Prices = Readonly<Record<PriceName, Price>>;

const sameAsVirginia = (name: PriceName) =>
  assumed(virginia[name].usd, `${virginia[name].source}: not found for Tokyo, that of us-east-1 taken`);

const tokyo: Prices = {
  ...virginia,
  busEvent: sameAsVirginia('busEvent'),
  timer: of(1.25, 'Scheduler invocations, per million (AWS price list, January 2025)'),
  writeUnit: of(0.715, 'DynamoDB on-demand writes, per million (AWS price list, September 2026)'),
  readUnit: of(0.1425, 'DynamoDB on-demand reads, per million (AWS price list, September 2026)'),
  tableGigabyte: of(0.285, 'DynamoDB storage, per GB and month (AWS price list, September 2026)'),
  recoveryGigabyte: sameAsVirginia('recoveryGigabyte'),
  logGigabyte: of(0.76, 'CloudWatch Logs taken in, per GB (AWS price list, September 2026)'),
  apiRequest: of(1.29, 'HTTP API requests, per million (AWS price list, September 2026)'),
  transition: sameAsVirginia('transition'),
  durableOperation: sameAsVirginia('durableOperation'),
  durableGigabyte: sameAsVirginia('durableGigabyte'),
  durableKeptGigabyte: sameAsVirginia('durableKeptGigabyte'),
  mail: sameAsVirginia('mail'),
  mailEssentials: sameAsVirginia('mailEssentials'),
};

export const prices: Readonly<Record<Region, Prices>> = { 'us-east-1': virginia, 'ap-northeast-1': tokyo };

/** Scheduler gives this many invocations a month for nothing, in every account, without end. */
export const freeTimersAMonth = 14 * million;

/** Not in the sums, for want of a price that could be read. */
export const unknownPrices = [
  "EventBridge's archive of the store's events (taken in and kept, by GB)",
  'SES events on the default bus, should they be billed as opt-in events (at most $1.00 a million)',
  'Secrets Manager calls (a few for each new execution environment)',
  'CreateSchedule calls (no price is published; taken as free)',
];

/** Yen for a dollar: an assumption of the day below, for orientation. */
export const yenForDollar = { rate: 155, asOf: pricesAsOf };
