/** Libraries that lie beside a bundle's code: found there, and read only by whoever asks them something. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleOfText, layOut } from '../../infra/proof/bench/bundle/bundles.ts';
import type { FunctionName } from '../../infra/stack/names.ts';

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tsunagu-when-asked-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a bundle of the code prints; `read(library)` is how often that was read by then. */
async function printed(code: string, name: FunctionName = 'ingest'): Promise<unknown> {
  const read = `const read = (library) => Object.keys(require.cache).filter((file) => file.includes(library)).length;`;
  const file = await layOut(await bundleOfText(name, `${read}\n${code}`), folder);
  const { stdout } = await run(process.execPath, [file]);
  return JSON.parse(stdout);
}

// The days are those of "Monthly on the first Friday" in RFC 5545, 3.8.5.3.
test('a bundle reads rrule from beside its code at the first recurrence', async () => {
  const code = `
  import { Temporal } from 'temporal-polyfill';
  import { scheduleDay } from './shared/core/language/schedule-rule.ts';
  const day = (schedule, from) => String(scheduleDay(schedule, Temporal.PlainDate.from(from)));
  const before = read('rrule');
  const fixed = day({ on: '2026-12-01' }, '2026-11-30');
  const afterFixed = read('rrule');
  const firstFriday = { rrule: 'FREQ=MONTHLY;BYDAY=1FR', from: '1997-09-05' };
  const days = ['1997-09-01', '1997-09-06', '1997-12-06'].map((from) => day(firstFriday, from));
  console.log(JSON.stringify({ before, fixed, afterFixed, days, after: read('rrule') }));
`;
  expect(await printed(code)).toEqual({
    before: 0,
    fixed: '2026-12-01',
    afterFixed: 0,
    days: ['1997-09-05', '1997-10-03', '1998-01-02'],
    after: 1,
  });
});

test('a bundle reads the parser of addresses from beside its code at the first that is not plain', async () => {
  const code = `
  import { readMailAddress } from './shared/core/values/address/mail-address.ts';
  const before = read('email-addresses');
  const plain = readMailAddress("o'neil+tag@Example.COM");
  const afterPlain = read('email-addresses');
  const named = readMailAddress('"Mori, Hana" <hana@example.com>');
  console.log(JSON.stringify({ before, plain, afterPlain, named, after: read('email-addresses') }));
`;
  expect(await printed(code)).toEqual({
    before: 0,
    plain: "o'neil+tag@Example.COM",
    afterPlain: 0,
    named: 'hana@example.com',
    after: 1,
  });
});

test('a sender reads Liquid from beside its code at the first text', async () => {
  const code = `
  import { Temporal } from 'temporal-polyfill';
  import { money } from './shared/service/rendering/money-text.ts';
  import { renderLiquid } from './shared/service/rendering/render-liquid.ts';
  const reader = { locale: 'en', timeZone: 'Asia/Tokyo', now: Temporal.Instant.from('2026-11-30T15:00:00Z') };
  const render = (text, as) => renderLiquid(text, { name: 'Mori & Hana', at: '2026-11-30T15:00:00Z' }, reader, as);
  const before = read('liquidjs');
  const amount = money(5400, 'USD', 'en');
  const afterAmount = read('liquidjs');
  const texts = [render('{{ name }}', 'html'), render('{{ name }}', 'text'), render('{{ at | date: "%Y-%m-%d" }}', 'text')];
  console.log(JSON.stringify({ before, amount, afterAmount, texts, after: read('liquidjs') }));
`;
  expect(await printed(code, 'sender')).toEqual({
    before: 0,
    amount: '$54.00',
    afterAmount: 0,
    texts: ['Mori &amp; Hana', 'Mori & Hana', '2026-12-01'],
    after: 1,
  });
});
