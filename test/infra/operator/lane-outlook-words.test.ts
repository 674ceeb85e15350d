/** What `status` says of the send lanes. */
import { expect, test } from 'vitest';
import { lanesInWords } from '../../../infra/operator/ops/lane-outlook-words.ts';
import { localSettings } from '../../../shared/settings/local-settings.ts';

const settings = localSettings({ sendRate: 14, laneConcurrency: undefined });
const none = { visible: 0, inFlight: 0 };
const confirmMail =
  'confirm mail: at most 2,418 an hour: 20 % of the transactional lane; what is beyond it counts as delayed there';
const wordsOf = (given: typeof settings, waiting: Parameters<typeof lanesInWords>[1]) =>
  lanesInWords(given, waiting).map(([what, words]) => `${what}: ${words}`);

test('lanes at rest tell their workers and the whole rate', () => {
  expect(wordsOf(settings, { transactional: none, marketing: none })).toEqual([
    'transactional pace: 7 workers, 12.9 mails a second alone',
    'marketing pace: 4 workers, 10.5 mails a second alone',
    confirmMail,
  ]);
});

test('what waits takes so long as the share needs for it while both lanes hold mail', () => {
  // 6,300 / 3.359 = 1,876 s; 13,220 / 7.143 = 1,851 s.
  const waiting = {
    transactional: { visible: 6290, inFlight: 10 },
    marketing: { visible: 13_150, inFlight: 70 },
  };
  expect(wordsOf(settings, waiting)).toEqual([
    'transactional pace: 7 workers, 3.4 mails a second beside the other lane: what waits takes 32 min',
    'marketing pace: 4 workers, 7.1 mails a second beside the other lane: what waits takes 31 min',
    confirmMail,
  ]);
});

test('a backlog that outlasts the expiry of its messages is told, with how much of it and what to do', () => {
  // 4 / 0.381 s = 10.499 a second; 24 hours less the 11 quiet ones: 46,800 s, 491,338 mails. A million takes 95,250 s.
  const [, marketing] = wordsOf(settings, {
    transactional: none,
    marketing: { visible: 1_000_000, inFlight: 0 },
  });
  expect(marketing).toBe(
    'marketing pace: 4 workers, 10.5 mails a second alone: what waits takes 26.5 h, and after 24 h it expires: about 433,071 would end too late. Raise sendRate if SES grants more, or hold a scenario (npm run ops -- pause <id>)',
  );
  // 86,400 s at 10.499: 907,086.
  const awake = { ...settings, quietHours: null };
  expect(
    wordsOf(awake, { transactional: none, marketing: { visible: 900_000, inFlight: 0 } })[1],
  ).not.toContain('too late');
});

test('workers that cannot keep the rate are told of', () => {
  const few = { ...settings, laneConcurrency: { transactional: 2, marketing: 4 } };
  // Two workers of four mails a second.
  expect(wordsOf(few, { transactional: none, marketing: none })).toEqual([
    'transactional pace: 2 workers, 8.0 mails a second alone',
    'transactional pace: The 2 workers of the transactional lane come to 8.0 of 14 mails a second; 7 would come to 12.9: leave laneConcurrency out.',
    'marketing pace: 4 workers, 10.5 mails a second alone',
    confirmMail.replace('2,418', '2,416'),
  ]);
});
