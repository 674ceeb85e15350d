import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { doubtOf } from '../../../shared/service/feedback/unknown-mail.ts';

const at = Temporal.Instant.from('2026-03-02T03:30:00Z');
const later = at.add({ hours: 2 });
const mail = { at, reported: false };
const healthy = { reported: 1, waiting: 0, dead: 0 };

test('a mail never went where those of later were told of, and nothing waits or died', () => {
  expect(doubtOf(mail, healthy, later)).toBeUndefined();
});

test.each([
  ['feedback of it came', { ...mail, reported: true }, healthy, later],
  ['it is young', mail, healthy, later.subtract({ seconds: 1 })],
  ['no other was told of', mail, { ...healthy, reported: 0 }, later],
  ['events wait', mail, { ...healthy, waiting: 1 }, later],
  ['events died', mail, { ...healthy, dead: 1 }, later],
])('nothing is proven where %s', (_, one, health, now) => {
  expect(doubtOf(one, health, now)).toEqual(expect.any(String));
});
