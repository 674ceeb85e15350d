import { Temporal } from 'temporal-polyfill';
import { expect, onTestFinished, test } from 'vitest';
import { busAt } from '../../../../infra/proof/demo/bus.ts';
import { type Asked, answering } from './answering.ts';
import { placed } from './seen.ts';

async function busAnswering(answer: (asked: Asked) => { status?: number; body: unknown }) {
  const server = await answering(answer);
  const bus = busAt(server.url, 'tsunagu');
  onTestFinished(async () => {
    bus.close();
    await server.stop();
  });
  return { bus, entriesPut: () => server.asked.map(({ body }) => JSON.parse(body).Entries) };
}

test('entries go by PutEvents with their time, and to the bus of the deployment unless they name one', async () => {
  const { bus, entriesPut } = await busAnswering(() => ({
    body: { Entries: [{ EventId: '1' }, { EventId: '2' }] },
  }));
  const entry = placed('o-1');
  expect(await bus.put([entry, { ...entry, busName: 'other' }])).toEqual([undefined, undefined]);
  expect(entriesPut()).toMatchObject([
    [
      {
        Source: 'storefront',
        DetailType: 'OrderPlaced',
        Detail: entry.detail,
        Time: Temporal.Instant.from('2026-01-10T18:00:00Z').epochMilliseconds / 1000,
        EventBusName: 'tsunagu',
      },
      { EventBusName: 'other' },
    ],
  ]);
});

test('an entry that the bus refuses is told with the reason', async () => {
  const refused = { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  const { bus } = await busAnswering(() => ({
    body: { FailedEntryCount: 1, Entries: [{ EventId: '1' }, refused] },
  }));
  expect(await bus.put([placed('o-1'), placed('o-2')])).toEqual([
    undefined,
    'MalformedDetail: Detail is malformed.',
  ]);
});

test('a call refused as a whole is put entry by entry, so that only the bad one is lost', async () => {
  const { bus, entriesPut } = await busAnswering(({ body }) =>
    body.includes('o-2')
      ? { status: 400, body: { __type: 'ValidationException', message: 'too large' } }
      : { body: { Entries: [{ EventId: '1' }] } },
  );
  const answers = await bus.put([placed('o-1'), placed('o-2'), placed('o-3')]);
  expect(answers).toEqual([undefined, expect.stringMatching(/ValidationException: too large/), undefined]);
  expect(entriesPut().map((entries) => entries.length)).toEqual([3, 1, 1, 1]);
});
