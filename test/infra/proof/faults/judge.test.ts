import { expect, test } from 'vitest';
import type { TouchpointSeen } from '../../../../infra/proof/demo/control.ts';
import { type Case, judgePlay } from '../../../../infra/proof/faults/judge.ts';

const touchpoint = (over: Partial<TouchpointSeen> = {}): TouchpointSeen => ({
  id: 't-1',
  enrolment: 'e-1',
  step: 'trouble',
  template: 'after-purchase/any-trouble',
  state: 'sent',
  because: 'accepted',
  at: '2026-01-10T10:00:00Z',
  kind: 'marketing',
  ...over,
});
const one = (over: Partial<Case> = {}) =>
  judgePlay({
    expected: touchpoint(),
    found: touchpoint(),
    mails: 1,
    sentOnceMore: false,
    isRace: () => false,
    ...over,
  }).is;

test('the same mail, once and told as sent, is equal, also when it was sent once more or went late', () => {
  expect(one()).toBe('equal');
  expect(one({ found: touchpoint({ because: 'sent-once-more' }), sentOnceMore: true })).toBe('equal');
  expect(one({ found: touchpoint({ at: '2026-01-11T10:00:00Z' }) })).toBe('equal');
});

test('a mail more than a day late, or more than a minute early, differs', () => {
  expect(one({ found: touchpoint({ at: '2026-01-11T10:00:01Z' }) })).toBe('different');
  expect(one({ found: touchpoint({ at: '2026-01-10T09:58:59Z' }) })).toBe('different');
});

test('a mail that is told as unknown and in no mailbox is unknown; in a mailbox it should have been settled', () => {
  const found = touchpoint({ state: 'unknown', because: 'outcome-unknown' });
  expect(one({ found, mails: 0 })).toBe('unknown');
  expect(one({ found, mails: 1 })).toBe('different');
});

test('a mail is lost when it is told as sent and is nowhere, was skipped, or was never intended', () => {
  expect(one({ mails: 0 })).toBe('lost');
  expect(one({ found: touchpoint({ state: 'skipped', because: 'too-late' }), mails: 0 })).toBe('lost');
  expect(one({ found: undefined, mails: 0 })).toBe('lost');
});

test('two mails are counted only for a transactional one that the product sent once more', () => {
  const kind = 'transactional';
  const both = { expected: touchpoint({ kind }), found: touchpoint({ kind }) };
  expect(one({ ...both, mails: 2, sentOnceMore: true })).toBe('twice-counted');
  expect(one({ ...both, mails: 3, sentOnceMore: true })).toBe('twice');
  expect(one({ ...both, mails: 2 })).toBe('twice');
  expect(one({ mails: 2, sentOnceMore: true })).toBe('twice');
});

test('a message that only one play intended is a race where an event of hers came that moment, else it differs', () => {
  const isRace = () => true;
  expect(one({ found: undefined, mails: 0, isRace })).toBe('raced');
  expect(one({ expected: undefined, isRace })).toBe('raced');
  expect(one({ expected: undefined })).toBe('different');
  const skipped = touchpoint({ state: 'skipped', because: 'no-consent' });
  expect(one({ expected: skipped, found: undefined, mails: 0 })).toBe('different');
});

test('a mail without a touchpoint differs, race or not', () => {
  expect(one({ found: undefined, mails: 1, isRace: () => true })).toBe('different');
  expect(one({ expected: undefined, found: undefined, mails: 1 })).toBe('different');
});

test('what is not sent must be so for the same reason', () => {
  const skipped = (because: string) => touchpoint({ state: 'skipped', because });
  expect(one({ expected: skipped('no-consent'), found: skipped('no-consent'), mails: 0 })).toBe('equal');
  expect(one({ expected: skipped('no-consent'), found: skipped('too-late'), mails: 0 })).toBe('different');
});
