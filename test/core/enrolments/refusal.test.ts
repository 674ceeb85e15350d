import { expect, test } from 'vitest';
import type { Customer } from '../../../shared/core/record/customer.ts';
import type { RecentSend } from '../../../shared/core/record/recent-send.ts';
import { placed, returned } from '../../support/events.ts';
import { refused, storeWith, timer } from '../../support/given.ts';
import { marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const scenario = marketing({
  exitOn: ['OrderReturned'],
  steps: [waitFor('day', { days: 1 }), send('a'), waitFor('more', { days: 1 }), send('b')],
});
const last = marketing({ steps: [waitFor('day', { days: 1 }), send('a')] });
const claimed = [placed('o-1', monday), timer('letters')] as const;

test('a throttled message goes back to its step, its claim is gone, and it is tried in a minute', () => {
  const { customer } = storeWith([scenario])
    .given(...claimed)
    .when(refused('letters', 'throttled', '2026-03-03 12:31'))
    .then({
      because: 'throttled',
      armed: ['2026-03-03 12:32'],
      running: ['letters@send-a until 2026-03-03 12:32 (throttled)'],
    });
  expect(customer.sends).toEqual([]);
});

test.each(['daily-quota', 'sending-paused', 'not-verified'] as const)(
  '%s is asked again in an hour',
  (because) => {
    storeWith([scenario])
      .given(...claimed)
      .when(refused('letters', because, '2026-03-03 12:31'))
      .then({ because, armed: ['2026-03-03 13:31'] });
  },
);

test('a message tried again has the same touchpoint, a newer arm, and its old expiry', () => {
  const store = storeWith([scenario]);
  const first = store.given(...claimed).customer.sends[0];
  const back = store.given(...claimed, refused('letters', 'throttled', '2026-03-03 12:31'));
  const { customer } = back.when(timer('letters')).then({ sent: ['a'] });
  expect(customer.sends).toMatchObject([{ touchpoint: first?.touchpoint, since: first?.since }]);
  expect(customer.sends[0]?.arm).toBeGreaterThan(first?.arm ?? 0);
  back.when(timer('letters', '2026-03-04 12:30')).then({ skipped: ['a: too-late'] });
});

test('what follows a throttled message is counted from the moment it went', () => {
  storeWith([scenario])
    .given(...claimed, refused('letters', 'daily-quota', '2026-03-03 12:31'))
    .when(timer('letters'))
    .then({ running: ['letters@more until 2026-03-04 13:31'] });
});

test.each(['rejected', 'bad-request'] as const)(
  'a message %s ends as skipped, and the story goes on',
  (because) => {
    const { customer } = storeWith([scenario])
      .given(...claimed)
      .when(refused('letters', because, '2026-03-03 12:31'))
      .then({
        skipped: [`a: ${because}`],
        armed: ['2026-03-04 12:30'],
        running: ['letters@more until 2026-03-04 12:30'],
      });
    expect(customer.sends).toMatchObject([{ state: 'skipped', because }]);
  },
);

test.each(['rejected', 'bad-request'] as const)(
  'what needs a message that was %s for good does not go, long after the record has forgotten that message',
  (because) => {
    const needy = marketing({
      steps: [
        waitFor('day', { days: 1 }),
        send('a'),
        waitFor('weeks', { days: 20 }),
        { ...send('b'), needs: 'send-a' },
      ],
    });
    const store = storeWith([needy]);
    store
      .given(...claimed, refused('letters', because, '2026-03-03 12:31'))
      .when(timer('letters'))
      .then({ skipped: ['b: needed-not-sent'] });
    store
      .given(...claimed)
      .when(timer('letters'))
      .then({ sent: ['b'] });
  },
);

test('a story that was left meanwhile does not take its message back', () => {
  storeWith([scenario])
    .given(...claimed, returned('o-1', '2026-03-03 12:31'))
    .when(refused('letters', 'throttled', '2026-03-03 12:32'))
    .then({ skipped: ['a: exit-rule'], armed: [], running: [] });
});

test('a story that was over with its last message is revived to try it again', () => {
  storeWith([last])
    .given(...claimed)
    .when(refused('letters', 'throttled', '2026-03-03 12:31'))
    .then({ running: ['letters@send-a until 2026-03-03 12:32 (throttled)'], ended: [] })
    .when(timer('letters'))
    .then({ because: 'completed', sent: ['a'] });
});

test('a story is not revived where a new one has begun: nobody has two', () => {
  storeWith([last])
    .given(...claimed)
    .when(placed('o-2', '2026-03-03 12:31'))
    .then({ because: 'entered' });
  const { customer } = storeWith([last]).given(...claimed, placed('o-2', '2026-03-03 12:31'));
  storeWith([last])
    .from(customer)
    .when(refused('letters', 'throttled', '2026-03-03 12:32'))
    .then({ skipped: ['a: restarted'], running: ['letters@day until 2026-03-04 12:31'] });
});

test('parallel stories are revived beside each other', () => {
  const store = storeWith([transactional()]);
  store
    .given(placed('o-1', monday), timer('thanks'), placed('o-2', '2026-03-02 12:31'))
    .when(refused('thanks', 'throttled', '2026-03-02 12:32'))
    .then({
      running: [
        'thanks@send-thanks until 2026-03-02 12:33 (throttled)',
        'thanks@send-thanks until 2026-03-02 12:31',
      ],
    });
});

test('a refusal of a message nobody claims changes nothing', () => {
  const store = storeWith([scenario]);
  const { customer } = store.given(...claimed);
  const back = store.decide(customer, refused('letters', 'throttled', '2026-03-03 12:31'));
  const enrolment = back.customer.enrolments[0];
  expect(enrolment?.held).toBe('throttled');
  expect(() => store.decide(back.customer, refused('letters', 'throttled', '2026-03-03 12:31'))).toThrow(
    'nothing',
  );
});

const resent = (customer: Customer): Customer => ({
  ...customer,
  sends: customer.sends.map((claim) => ({ ...claim, state: 'resent' })),
});

test('a second try that is throttled leaves the first one’s claim, to be asked about again', () => {
  const store = storeWith([transactional()]);
  const { customer } = store.given(placed('o-1', monday), timer('thanks'));
  const after = store.from(resent(customer)).when(refused('thanks', 'throttled', '2026-03-02 12:50'));
  after.then({ armed: [], skipped: [], running: [] });
  expect(after.customer.sends).toMatchObject([{ state: 'claimed' }]);
});

test('a second try that is rejected leaves the outcome unknown: the first may have arrived', () => {
  const store = storeWith([transactional()]);
  const { customer } = store.given(placed('o-1', monday), timer('thanks'));
  const { effects } = store.from(resent(customer)).when(refused('thanks', 'rejected', '2026-03-02 12:50'));
  expect(effects).toMatchObject([
    { do: 'record', touchpoint: { state: 'unknown', because: 'outcome-unknown' } },
  ]);
});

test('a refusal that comes after a later message has gone takes the enrolment back, and does not tell that one twice', () => {
  const notices = transactional({
    steps: [
      waitFor('day', { days: 1 }),
      send('thanks'),
      waitFor('more', { days: 1 }),
      { ...send('thanks'), id: 'send-more' },
    ],
  });
  const store = storeWith([notices]);
  const { customer } = store.given(placed('o-1', monday), timer('thanks'), timer('thanks'));
  const [first, second] = customer.sends;
  // Refused is the newest claim: here the message before it is put in its place.
  const sends = [second, first] as RecentSend[];
  const late = store.decide({ ...customer, sends }, refused('thanks', 'throttled', '2026-03-04 12:32'));
  const again = store
    .from(late.customer)
    .when(timer('thanks'))
    .then({ sent: ['thanks'] });
  const last = again.when(timer('thanks')).then({ sent: [], skipped: [], ended: ['thanks: completed'] });
  expect(last.customer.sends.filter(({ step }) => step === 'send-more')).toHaveLength(1);
});
