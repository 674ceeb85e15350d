import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { expect, test } from 'vitest';
import { localCloud } from './local-cloud.ts';

const local = await localCloud();
const bus = new EventBridgeClient(local.client);
const entry = { EventBusName: 'tsunagu', Source: 'storefront', DetailType: 'OrderPlaced' };
const put = (...Entries: object[]) => bus.send(new PutEventsCommand({ Entries }));

test('an event on the bus comes to ingest in its EventBridge envelope', async () => {
  const detail = { eventId: 'e-1', customer: { id: 'c-1' }, order: { id: 'o-1' } };
  const answer = await put({ ...entry, Detail: JSON.stringify(detail), Resources: ['arn:x'] });
  expect(answer.FailedEntryCount).toBe(0);
  await local.cloud.clock.advance('PT0S');
  const [invocation] = await local.invocations();
  expect(invocation?.function).toBe('tsunagu-mori-local-ingest');
  expect(invocation?.bodies).toEqual([
    {
      version: '0',
      id: answer.Entries?.[0]?.EventId,
      'detail-type': 'OrderPlaced',
      source: 'storefront',
      account: '000000000000',
      time: expect.stringMatching(/^2026-03-02T03:30:\d\dZ$/),
      region: 'us-east-1',
      resources: ['arn:x'],
      detail,
    },
  ]);
  const [record] = invocation?.Records ?? [];
  expect(record).toMatchObject({
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:tsunagu-mori-local-intake',
    awsRegion: 'us-east-1',
    attributes: { ApproximateReceiveCount: '1' },
  });
  expect(invocation?.remaining_ms).toBeGreaterThan(0);
});

test('an event nobody wants, of another source or on another bus is taken and goes nowhere', async () => {
  const Detail = '{"eventId":"e-2"}';
  const answer = await put(
    { ...entry, DetailType: 'WeatherChanged', Detail },
    { ...entry, Source: 'elsewhere', Detail },
    { ...entry, EventBusName: 'nowhere', Detail },
  );
  expect(answer.FailedEntryCount).toBe(0);
  await local.cloud.clock.advance('PT0S');
  expect(await local.invocations()).toEqual([]);
});

test('a bad entry fails alone', async () => {
  const answer = await put(
    { ...entry, Detail: 'not json' },
    { ...entry, Detail: '"text"' },
    { ...entry, Source: 'aws.ses', Detail: '{}' },
    { ...entry, Detail: '' },
    { ...entry, Detail: '{"customer":{"id":"c-3"}}' },
  );
  expect(answer.FailedEntryCount).toBe(4);
  expect(answer.Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
    'MalformedDetail',
    'MalformedDetail',
    'NotAuthorizedForSourceException',
    'InvalidArgument',
    undefined,
  ]);
});

test('more than ten entries, none, or a megabyte are refused as a whole', async () => {
  const many = Array.from({ length: 11 }, () => ({ ...entry, Detail: '{}' }));
  await expect(put(...many)).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(put()).rejects.toMatchObject({ name: 'ValidationException' });
  const half = { ...entry, Detail: JSON.stringify({ text: 'x'.repeat(530_000) }) };
  await expect(put(half, half)).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(put(half)).resolves.toMatchObject({ FailedEntryCount: 0 });
});

test('the events of one customer in a batch come together, and each of ten entries arrives', async () => {
  await local.cloud.clock.advance('PT0S');
  await local.invocations();
  const Entries = Array.from({ length: 10 }, (_, nth) => ({
    ...entry,
    Detail: JSON.stringify({ customer: { id: `c-${nth % 2}` }, nth }),
  }));
  await put(...Entries);
  await local.cloud.clock.advance('PT0S');
  const bodies = (await local.invocations()).flatMap((one) => one.bodies ?? []);
  expect(bodies.map((body) => body.detail.nth).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('an event keeps the time its producer gave', async () => {
  await put({ ...entry, Detail: '{"customer":{"id":"c-9"}}', Time: new Date('2026-03-01T00:00:00.500Z') });
  await local.cloud.clock.advance('PT0S');
  expect((await local.invocations())[0]?.bodies?.[0].time).toBe('2026-03-01T00:00:00Z');
});
