import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { laneNote, laneWarnings } from '../../../infra/stack/lane-checks.ts';
import { localSettings } from '../../../shared/settings/local-settings.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { exampleStack } from './example-stack.ts';

const settingsWith = (changes: Partial<Settings>) =>
  localSettings({ sendRate: 14, laneConcurrency: undefined, ...changes });

test('the note tells how fast each lane is, and how much of a campaign goes before it expires', () => {
  // 3.359 a second for 72 h; 7.143 a second for the 15 of 24 h that are not quiet.
  expect(laneNote(settingsWith({}))).toBe(
    'Send lanes at sendRate 14: transactional 12.9 mails a second alone and 3.4 beside the other lane (7 workers), 870,633 before they expire after 72 h; marketing 10.5 mails a second alone and 7.1 beside the other lane (4 workers), 385,714 before they expire after 24 h. Of mail that asks to confirm the transactional lane sends at most 2,418 an hour.',
  );
});

test.each<[string, Partial<Settings>, string[]]>([
  ['the default', {}, []],
  [
    'two workers for 14 a second',
    { laneConcurrency: { transactional: 2, marketing: 4 } },
    ['transactional-workers'],
  ],
  [
    'more workers than mails a second',
    { laneConcurrency: { transactional: 7, marketing: 15 } },
    ['marketing-workers'],
  ],
  // 0.73 x 0.7 = 0.511 a second: 23,915 in 13 hours.
  ['the rate of the sandbox', { sendRate: 1 }, ['marketing-expiry']],
  // 0.8 x 14 x 0.3 x 0.2 x 3,600 = 2,419 an hour, less for whole milliseconds.
  ['as many sign-ups as may be asked', { signUpsPerHour: 2418 }, []],
  ['more sign-ups than may be asked', { signUpsPerHour: 2419 }, ['confirm-share']],
  ['a share for fewer than the form takes', { confirmShare: 0.005 }, ['confirm-share']],
  ['an hour until all expires', { expiryHours: { transactional: 72, marketing: 1 } }, ['marketing-expiry']],
])('%s: warned of as it should be', (_, changes, ids) => {
  expect(Object.keys(laneWarnings(settingsWith(changes)))).toEqual(ids);
});

test('note and warning show when the stack is synthesised', () => {
  const shown = Annotations.fromStack(exampleStack({ laneConcurrency: { transactional: 2, marketing: 4 } }));
  expect(shown.findInfo('*', Match.stringLikeRegexp('^Send lanes at sendRate 14'))).toHaveLength(1);
  expect(shown.findWarning('*', Match.stringLikeRegexp('leave laneConcurrency out'))).toHaveLength(1);
});
