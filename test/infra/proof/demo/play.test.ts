import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, test } from 'vitest';
import type { BusEntry } from '../../../../infra/proof/demo/bus-entry.ts';
import { type EventSink, type PlayClock, playEvents } from '../../../../infra/proof/demo/play.ts';

let happened: string[];
const bus: EventSink = {
  async put(entries) {
    happened.push(`put ${entries.length}`);
    return entries.map((entry) => (entry.source === 'bad' ? 'MalformedDetail: no' : undefined));
  },
};
const clock: PlayClock = {
  async moveTo(to) {
    happened.push(`to ${to.toString().slice(0, 10)}`);
  },
  async settle() {
    happened.push('settle');
  },
};
const at = (day: string) => Temporal.Instant.from(`2026-01-${day}T00:00:00Z`);
const entry = (day: string, more: Partial<BusEntry> = {}): BusEntry => ({
  at: at(day),
  source: 'storefront',
  detailType: 'OrderPlaced',
  detail: '{}',
  ...more,
});
const playing = (entries: BusEntry[], to = '05', signal = new AbortController().signal) =>
  playEvents({ entries, from: at('01'), to: at(to) }, { bus, clock }, async () => {}, signal);

beforeEach(() => {
  happened = [];
});

test('time moves to each event, then to the end, and only then is all counted', async () => {
  const played = await playing([entry('01'), entry('03'), entry('04')]);
  expect(happened).toEqual([
    'put 1',
    'to 2026-01-03',
    'put 1',
    'to 2026-01-04',
    'put 1',
    'to 2026-01-05',
    'settle',
  ]);
  expect(played).toEqual({ events: 3, refused: [] });
});

test('events of one moment go together, ten at most', async () => {
  await playing(Array.from({ length: 23 }, () => entry('02')));
  expect(happened.slice(0, 4)).toEqual(['to 2026-01-02', 'put 10', 'put 10', 'put 3']);
});

test('big events go in smaller batches', async () => {
  const detail = JSON.stringify('x'.repeat(90_000));
  await playing([entry('02', { detail }), entry('02', { detail }), entry('02', { detail })]);
  expect(happened.slice(1, 3)).toEqual(['put 2', 'put 1']);
});

test('a long wait is walked in weeks, so that it can be stopped', async () => {
  await playing([], '20');
  expect(happened).toEqual(['to 2026-01-08', 'to 2026-01-15', 'to 2026-01-20', 'settle']);
});

test('a refused event is told of with its line, and the rest still plays', async () => {
  const bad = entry('02', { source: 'bad', origin: 'events.ndjson:7' });
  const played = await playing([entry('02'), bad, entry('03')]);
  expect(played.events).toBe(2);
  expect(played.refused).toEqual([{ origin: 'events.ndjson:7', because: 'MalformedDetail: no' }]);
});

test('a stopped play does nothing more', async () => {
  await expect(playing([entry('02')], '05', AbortSignal.abort())).rejects.toThrow(/abort/i);
  expect(happened).toEqual([]);
});
