import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EventsFileUnreadable, readEventsFile, readLines } from '../../../../infra/proof/demo/ndjson.ts';

const detail = { eventId: 'e-1', occurredAt: '2026-11-22T09:30:00+09:00', customer: { id: 'c-1' } };
const entry = { Source: 'storefront', DetailType: 'OrderPlaced', Detail: detail };
const read = (...lines: (string | object)[]) =>
  readLines(
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))),
    'events.ndjson',
  );

describe('a good line', () => {
  test('Detail may be an object or a string', async () => {
    const { entries, bad } = await read(entry, { ...entry, Detail: JSON.stringify(detail) });
    expect(bad).toEqual([]);
    expect(entries.map((each) => JSON.parse(each.detail))).toEqual([detail, detail]);
    expect(entries[0]).toMatchObject({ source: 'storefront', detailType: 'OrderPlaced', customer: 'c-1' });
  });

  test('an entry without a Time comes when it occurred', async () => {
    const { entries } = await read(entry, { ...entry, Time: null });
    expect(entries.map((each) => String(each.at))).toEqual(['2026-11-22T00:30:00Z', '2026-11-22T00:30:00Z']);
  });

  test('Time is a moment with its offset, or Unix seconds', async () => {
    const { entries } = await read(
      { ...entry, Time: '2026-11-22T00:00:00Z' },
      { ...entry, Time: 1795305600.5 },
    );
    expect(entries.map((each) => String(each.at))).toEqual([
      '2026-11-22T00:00:00Z',
      '2026-11-22T00:00:00.5Z',
    ]);
  });

  test('entries come in time order, and those of one moment as they were written', async () => {
    const at = (time: string, id: string) => ({ ...entry, Time: time, Detail: { ...detail, eventId: id } });
    const { entries } = await read(
      at('2026-03-02T00:00:00Z', 'late'),
      at('2026-03-01T00:00:00Z', 'a'),
      at('2026-03-01T09:00:00+09:00', 'b'),
    );
    expect(entries.map((each) => JSON.parse(each.detail).eventId)).toEqual(['a', 'b', 'late']);
  });

  test('a byte order mark, blank lines and CRLF do no harm', async () => {
    const { entries, bad } = await read(`\uFEFF${JSON.stringify(entry)}\r`, '', '  ', entry);
    expect([entries.length, bad.length]).toEqual([2, 0]);
    expect(entries[1]?.origin).toBe('events.ndjson:4');
  });
});

describe('a bad line', () => {
  const cases: [string, string | object, RegExp][] = [
    ['that is no JSON', '{"Source":', /not JSON/],
    ['that is a list', [], /must be a JSON object/],
    ['without Source', { ...entry, Source: undefined }, /"Source"/],
    ['with an empty DetailType', { ...entry, DetailType: '' }, /"DetailType" must not be empty/],
    ['without Detail', { ...entry, Detail: undefined }, /"Detail"/],
    ['whose Detail is a list', { ...entry, Detail: [1] }, /"Detail"/],
    ['whose Detail is no JSON', { ...entry, Detail: '{' }, /"Detail" is not JSON/],
    ['whose Detail is JSON but no object', { ...entry, Detail: '7' }, /"Detail" must be an object/],
    ['whose Time is no moment', { ...entry, Time: 'yesterday' }, /"Time" must be a moment/],
    ['whose Time has no offset', { ...entry, Time: '2026-11-22T09:30:00' }, /with its offset/],
    ['whose Time is out of range', { ...entry, Time: 1e300 }, /"Time" must be a moment/],
    ['whose Time counts milliseconds', { ...entry, Time: 1795305600500 }, /counts seconds/],
    ['without any time', { ...entry, Detail: { ...detail, occurredAt: undefined } }, /give a "Time"/],
    ['whose occurredAt is no moment', { ...entry, Detail: { ...detail, occurredAt: 5e20 } }, /occurredAt/],
  ];
  test.each(cases)(
    '%s is told of with its file and number, and the rest still plays',
    async (_, line, because) => {
      const { entries, bad } = await read(entry, line, entry);
      expect(entries).toHaveLength(2);
      expect(bad).toEqual([{ origin: 'events.ndjson:2', because: expect.stringMatching(because) }]);
    },
  );
});

describe('a file', () => {
  test('that is there is read, and one that is not says what to do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tsunagu-demo-'));
    try {
      const path = join(folder, 'some.ndjson');
      await writeFile(path, `${JSON.stringify(entry)}\nnot json\n${JSON.stringify(entry)}`);
      const { entries, bad } = await readEventsFile(path);
      expect([entries.length, bad[0]?.origin]).toEqual([2, `${path}:2`]);
      await expect(readEventsFile(join(folder, 'none'))).rejects.toThrow(EventsFileUnreadable);
      await expect(readEventsFile(folder)).rejects.toThrow(/EISDIR.*readable file/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
