/** The people of a file of events: each leads a life of their own, and what is told to everybody is part of each. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { whoIsRehearsed } from '../../../../infra/author/reach/who-is-rehearsed.ts';

const usual = { variations: 0, seed: 1, timeZone: 'Asia/Tokyo' };

function fileOf(entries: readonly (readonly [string, object])[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'tsunagu-reach-')), 'events.ndjson');
  const lines = entries.map(([name, detail], nth) => {
    const occurredAt = `2026-03-0${nth + 1}T03:00:00Z`;
    return JSON.stringify({
      Source: 'shop',
      DetailType: name,
      Detail: { eventId: `e-${nth}`, occurredAt, ...detail },
    });
  });
  writeFileSync(file, lines.join('\n'));
  return file;
}

test('guests and browsers are somebody, a merge is of whoever stays, and a sale is for all', async () => {
  const population = fileOf([
    ['ProductViewed', { customer: { anonymousId: 'b-1' }, product: { id: 'p-1' } }],
    ['OrderPlaced', { customer: { email: 'hana@example.com' }, order: { id: 'o-1' } }],
    ['SaleAnnounced', { sale: { id: 's-1' } }],
    ['OrderPlaced', { customer: { id: 'c-1' }, order: { id: 'o-2' } }],
    ['CustomerMerged', { merge: { from: 'c-0', to: 'c-1' } }],
  ]);
  const people = await whoIsRehearsed({ ...usual, population });
  expect(people.map(({ id, happens }) => [id, happens.map(({ name }) => name)])).toEqual([
    ['b-1', ['ProductViewed', 'SaleAnnounced']],
    ['hana@example.com', ['OrderPlaced', 'SaleAnnounced']],
    ['c-1', ['SaleAnnounced', 'OrderPlaced', 'CustomerMerged']],
  ]);
});

test('a line that cannot be read is named, and a life that is not there', async () => {
  const broken = fileOf([]);
  writeFileSync(broken, '{"Source":');
  await expect(whoIsRehearsed({ ...usual, population: broken })).rejects.toThrow(`${broken}:1:`);
  await expect(whoIsRehearsed({ ...usual, population: 'lives', life: 'nobody' })).rejects.toThrow(
    'There is no life "nobody": take one of first-serum',
  );
});
