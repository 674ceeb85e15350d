/** In a bundle the library for recurrences lies beside the code: found there, and read only when one is asked. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleOfText, layOut } from '../../infra/proof/bench/bundle/bundles.ts';

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tsunagu-recurrences-'));
});
afterAll(() => rm(folder, { recursive: true }));

const asked = `
  import { Temporal } from 'temporal-polyfill';
  import { scheduleDay } from './shared/core/language/schedule-rule.ts';
  const read = () => Object.keys(require.cache).filter((file) => file.includes('rrule')).length;
  const day = (schedule, from) => String(scheduleDay(schedule, Temporal.PlainDate.from(from)));
  const before = read();
  const fixed = day({ on: '2026-12-01' }, '2026-11-30');
  const afterFixed = read();
  const firstFriday = { rrule: 'FREQ=MONTHLY;BYDAY=1FR', from: '1997-09-05' };
  const days = ['1997-09-01', '1997-09-06', '1997-12-06'].map((from) => day(firstFriday, from));
  console.log(JSON.stringify({ before, fixed, afterFixed, days, after: read() }));
`;

// The days are those of "Monthly on the first Friday" in RFC 5545, 3.8.5.3.
test('a bundle reads it from beside its code at the first recurrence', async () => {
  const file = await layOut(await bundleOfText('ingest', asked), folder);
  const { stdout } = await run(process.execPath, [file]);
  expect(JSON.parse(stdout)).toEqual({
    before: 0,
    fixed: '2026-12-01',
    afterFixed: 0,
    days: ['1997-09-05', '1997-10-03', '1998-01-02'],
    after: 1,
  });
});
