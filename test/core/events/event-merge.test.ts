import { expect, test } from 'vitest';
import { mergeOf } from '../../../shared/core/events/event-merge.ts';
import { at, event } from '../../support/events.ts';

const monday = '2026-03-02 12:30';

test('a merge joins the record of the one id into the other', () => {
  const merge = { from: 'c-9', to: 'c-1' };
  expect(mergeOf(event('CustomerMerged', monday, { merge }))).toMatchObject({ ...merge, isBrowser: false });
  expect(mergeOf(event('CustomerMerged', monday, { merge: { from: 'c-1', to: 'c-1' } }))).toBeUndefined();
});

test('who registers or is updated by the browser she looked around with keeps what she did with it', () => {
  const customer = { anonymousId: 'b-1' };
  const joined = { from: 'anon:b-1', to: 'c-1', at: at(monday), isBrowser: true };
  expect(mergeOf(event('CustomerRegistered', monday, { customer }))).toEqual(joined);
  expect(mergeOf(event('CustomerUpdated', monday, { customer }))).toEqual(joined);
  expect(mergeOf(event('ProductViewed', monday, { customer }))).toBeUndefined();
  expect(mergeOf(event('CustomerUpdated', monday))).toBeUndefined();
});
