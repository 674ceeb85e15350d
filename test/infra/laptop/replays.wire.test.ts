/** Archives and replays of the embedded cloud, asked by the AWS SDK. */
import {
  CancelReplayCommand,
  DescribeArchiveCommand,
  DescribeReplayCommand,
  EventBridgeClient,
  ListArchivesCommand,
  ListReplaysCommand,
  PutEventsCommand,
  StartReplayCommand,
} from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localCloud } from './local-cloud.ts';

const local = await localCloud();
const bus = new EventBridgeClient(local.client);
afterAll(() => bus.destroy());

const arn = (resource: string) => `arn:aws:events:us-east-1:000000000000:${resource}`;
const archive = 'mori-local';
const wanted = {
  ReplayName: 'first',
  EventSourceArn: arn(`archive/${archive}`),
  EventStartTime: new Date('2026-03-01T00:00:00Z'),
  EventEndTime: new Date('2026-03-02T00:00:00Z'),
  Destination: { Arn: arn('event-bus/tsunagu'), FilterArns: [arn('rule/tsunagu/tsunagu-mori-local-wanted')] },
};
const start = (change: object = {}) => bus.send(new StartReplayCommand({ ...wanted, ...change }));
const put = (nth: number, Time: string, DetailType = 'OrderPlaced', Source = 'storefront') =>
  bus.send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: 'tsunagu',
          Source,
          DetailType,
          Detail: JSON.stringify({ nth, customer: { id: 'c-1' } }),
          Time: new Date(Time),
        },
      ],
    }),
  );
const arrived = async () => {
  await local.cloud.clock.advance('PT1M');
  return (await local.invocations()).flatMap((one) => one.bodies ?? []);
};

let firstIds: string[];

beforeAll(async () => {
  await put(1, '2026-03-01T10:00:10Z');
  await put(2, '2026-03-01T10:00:50Z');
  await put(3, '2026-03-01T10:01:00Z');
  await put(4, '2026-03-02T00:00:00Z');
  await put(5, '2026-03-01T11:00:00Z', 'WeatherChanged');
  await put(6, '2026-03-01T11:00:00Z', 'OrderPlaced', 'elsewhere');
  const bodies = await arrived();
  firstIds = bodies.map(({ id }) => id);
  expect(bodies.map((body) => body['replay-name'])).toEqual([undefined, undefined, undefined, undefined]);
});

test('the archive of the stack holds all events of its source, wanted or not', async () => {
  const told = await bus.send(new DescribeArchiveCommand({ ArchiveName: archive }));
  expect(told).toMatchObject({
    ArchiveArn: arn(`archive/${archive}`),
    EventSourceArn: arn('event-bus/tsunagu'),
    EventPattern: '{"source":["storefront"]}',
    State: 'ENABLED',
    RetentionDays: 90,
    EventCount: 5,
  });
  expect(told.SizeBytes).toBeGreaterThan(1000);
  expect(told.CreationTime?.getTime()).toBeLessThanOrEqual(Date.parse('2026-03-02T03:31:00Z'));
  const { Archives } = await bus.send(new ListArchivesCommand({ NamePrefix: 'mori' }));
  expect(Archives?.map(({ ArchiveName }) => ArchiveName)).toEqual(['mori-local', 'mori-local.shop']);
  const nobody = bus.send(new DescribeArchiveCommand({ ArchiveName: 'nobody' }));
  await expect(nobody).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('a replay brings the events of its window again, marked with its name, and archives none anew', async () => {
  const started = await start();
  expect(started).toMatchObject({ ReplayArn: arn('replay/first'), State: 'STARTING' });
  const bodies = await arrived();
  expect(bodies.map(({ detail }) => detail.nth).sort()).toEqual([1, 2, 3]);
  expect(bodies.every((body) => body['replay-name'] === 'first' && firstIds.includes(body.id))).toBe(true);
  const told = await bus.send(new DescribeReplayCommand({ ReplayName: 'first' }));
  expect(told).toMatchObject({
    State: 'COMPLETED',
    EventLastReplayedTime: new Date('2026-03-01T11:00:00Z'),
    EventStartTime: wanted.EventStartTime,
    Destination: wanted.Destination,
  });
  const { EventCount } = await bus.send(new DescribeArchiveCommand({ ArchiveName: archive }));
  expect(EventCount).toBe(5);
});

test('a name is good for one replay', async () => {
  await expect(start()).rejects.toMatchObject({ name: 'ResourceAlreadyExistsException' });
});

test.each([
  [{ EventEndTime: wanted.EventStartTime }, 'EventStartTime must be before EventEndTime'],
  [{ EventSourceArn: arn('archive/nobody') }, 'Archive nobody does not exist'],
  [{ EventSourceArn: arn('event-bus/tsunagu') }, 'Must contain an archive ARN'],
  [{ Destination: { Arn: arn('event-bus/other') } }, 'Cross event bus replay is not permitted'],
  [{ Destination: { Arn: 'arn:aws:sqs:x' } }, 'Must contain an event bus ARN'],
  [{ Destination: { ...wanted.Destination, FilterArns: [arn('rule/tsunagu/no')] } }, 'does not exist'],
  [{ ReplayName: 'has a blank' }, 'regular expression'],
])('a replay with %j is refused as on AWS', async (change, words) => {
  await expect(start({ ReplayName: 'bad', ...change })).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining(words),
  });
});

test('a replay under way can be cancelled, and one that is over cannot', async () => {
  await local.cloud.clock.advance('PT0S');
  await start({ ReplayName: 'second' });
  await bus.send(new CancelReplayCommand({ ReplayName: 'second' }));
  const { Replays } = await bus.send(new ListReplaysCommand({ State: 'CANCELLED' }));
  expect(Replays?.map(({ ReplayName }) => ReplayName)).toEqual(['second']);
  const again = bus.send(new CancelReplayCommand({ ReplayName: 'second' }));
  await expect(again).rejects.toMatchObject({ name: 'IllegalStatusException' });
  const unknown = bus.send(new DescribeReplayCommand({ ReplayName: 'third' }));
  await expect(unknown).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('what the archive keeps no longer is not replayed', async () => {
  await local.cloud.clock.advance('P91D');
  const { EventCount } = await bus.send(new DescribeArchiveCommand({ ArchiveName: archive }));
  expect(EventCount).toBe(0);
});
