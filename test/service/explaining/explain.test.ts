import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { openBook } from '../../../shared/core/language/scenario-book.ts';
import { noBrakes } from '../../../shared/core/record/brakes.ts';
import type { RecordedTouchpoint } from '../../../shared/core/record/touchpoint.ts';
import { explain } from '../../../shared/service/explaining/explain.ts';
import { meaningOf } from '../../../shared/service/explaining/explain-because.ts';
import { explainMessage } from '../../../shared/service/explaining/explain-message.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';
import { start, storeWithOrder } from '../../support/store-with-order.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';
import { told } from './told.ts';

test('every reason of the engine has words of its own', () => {
  const words = Object.values(meaningOf);
  expect(new Set(words).size).toBe(words.length);
  for (const meaning of words) expect(meaning).toMatch(/^[a-z].*[^.]$/);
});

test('the story of an order reads from what holds to what comes next', async () => {
  const store = await storeWithOrder();
  await store.pass({ minutes: 1 });
  expect(await told(store)).toEqual([
    'Customer c-1 has 1 order that counts, the last on 2026-03-02 12:30.',
    "All times are on the clock of Asia/Tokyo, the customer's own zone.",
    "The customer's address is not suppressed.",
    'The customer accepts marketing mail since 2026-03-02 12:30 (reported by accepts-marketing).',
    '2026-03-02 12:30: the customer got order-thanks/thanks (order-thanks v1, step thanks): the mail service took it.',
    '2026-03-02 12:30: the customer left order-thanks v1 of order o-1, entered 2026-03-02 12:30: all its steps were done.',
    'Order o-1: placed 2026-03-02 12:30, it stands.',
    'The customer is in after-purchase v1 of order o-1 since 2026-03-02 12:30, at step week until 2026-03-14 10:00.',
    'Next comes after-purchase/any-trouble (step trouble) on 2026-03-14 10:00.',
  ]);
});

test('no sentence names her address or her name', async () => {
  const store = await storeWithOrder();
  await store.pass({ days: 70 });
  expect((await told(store)).join('\n')).not.toMatch(/@|Hana/);
});

test('a held message tells why, and when it is asked again', async () => {
  const store = await storeWithOrder();
  await store.world.control.write({ paused: { ...noBrakes.paused, all: true } });
  await store.pass({ minutes: 1 });
  const lines = await told(store);
  expect(lines).toContain('All mail of this deployment is paused by the operator.');
  expect(lines).toContain(
    'The customer is in order-thanks v1 of order o-1 since 2026-03-02 12:30: order-thanks/thanks (step thanks) is held: such mail is paused. It is asked again on 2026-03-02 13:30.',
  );
});

test('what would stand against the next message is told before its time', async () => {
  const store = await storeWithOrder();
  await store.pass({ minutes: 1 });
  const at = Temporal.Instant.from('2026-03-03T00:00:00Z');
  const address = { key: 'k', all: { because: 'hard-bounce', at } } as const;
  const lines = await told(store, { address });
  expect(lines).toContain(
    "No mail at all goes to the customer's address since 2026-03-03 09:00: a mail to it bounced for good.",
  );
  expect(lines.at(-1)).toBe(
    "Next comes after-purchase/any-trouble (step trouble) on 2026-03-14 10:00. As things stand it will not go: the customer's address is suppressed.",
  );
});

test('a suppression that could not be read is not told as none', async () => {
  const lines = await told(await storeWithOrder(), { address: 'not-read' });
  expect(lines).toContain("Whether the customer's address is suppressed could not be read.");
  expect(lines).not.toContain("The customer's address is not suppressed.");
});

test('a withdrawal of consent is told, and what sleeps because of it', async () => {
  const store = await storeWithOrder();
  await store.pass({ days: 1 });
  const occurredAt = store.world.clock.now().toString();
  const consent = { granted: false, source: 'account-page' };
  await store.put(store.event('ConsentChanged', { occurredAt, customer: { id: 'c-1' }, consent }));
  await store.pass({ days: 12 });
  const lines = await told(store);
  expect(lines).toContain(
    'The customer does not accept marketing mail since 2026-03-03 12:30 (reported by account-page).',
  );
  expect(lines).toContain(
    'The customer is in after-purchase v1 of order o-1 since 2026-03-02 12:30, at step fortnight: asleep: no consent to what may still come (tips).',
  );
});

test('an early past is left out when only the late one is asked for', async () => {
  const store = await storeWithOrder();
  await store.pass({ days: 13 });
  const lines = await told(store, { since: Temporal.Instant.from('2026-03-10T00:00:00Z') });
  expect(lines).toContain('What happened before 2026-03-10 09:00 is left out (1).');
  expect(lines.join('\n')).not.toContain('order-thanks/thanks');
  expect(lines.join('\n')).toContain('the customer got after-purchase/any-trouble');
});

test('a claim without an outcome is told as open, not as sent', async () => {
  const store = await storeWithOrder();
  await store.pass({ minutes: 1 });
  const customer = await store.world.customers.load('c-1');
  if (!customer) throw new Error('she is not there');
  const about = {
    settings: store.engine.decisions,
    book: store.engine.book,
    at: store.world.clock.now(),
    brakes: noBrakes,
    address: undefined,
  };
  const text = explain(customer, [], about).join('\n');
  expect(text).toContain('(order-thanks v1, step thanks) was handed to the mail service');
  expect(text).not.toContain('she got');
});

test('a timer that is late, and a version this code does not have, are told', async () => {
  const store = await storeWithOrder();
  await store.pass({ minutes: 1 });
  const late = await told(store, { at: Temporal.Instant.from('2026-03-20T00:00:00Z') });
  expect(late.join('\n')).toContain('That moment is over');
  const unknown = await told(store, { book: openBook([], {}) });
  expect(unknown.at(-1)).toContain('this code does not have that version');
});

test('somebody nobody wrote to and nothing is known of is told as such', async () => {
  const lines = await told(storeInMemory({ scenarios: twoScenarios, startAt: start }));
  expect(lines).toEqual([
    'Customer c-1 has 0 orders that count.',
    "All times are on the clock of Asia/Tokyo, the store's zone, for the customer's is not known.",
    'No mail address of the customer is known: nothing can go.',
    'Nothing is known of the customer’s consent: no marketing mail goes to them.',
    'No message was due to the customer in this time.',
    'The customer is in no scenario: nothing comes next until an event lets the customer in.',
  ]);
});

const at = Temporal.Instant.from('2026-03-14T01:00:00Z');
const touchpoint: RecordedTouchpoint = {
  id: 't',
  customer: 'c-1',
  enrolment: 'e',
  scenario: 'after-purchase',
  version: 1,
  step: 'trouble',
  kind: 'marketing',
  template: 'after-purchase/any-trouble',
  state: 'sent',
  because: 'accepted',
  at,
  feedback: {},
};
const message = '(after-purchase v1, step trouble)';

test.each([
  [
    'unknown',
    'outcome-unknown',
    'nobody knows whether the customer got',
    'the mail service never said whether it took it.',
  ],
  [
    'would-send',
    'dry-run',
    'the customer would have got',
    'the deployment is in dry-run mode, where no mail leaves.',
  ],
] as const)('an outcome %s is told as no mail she surely has', (state, because, begin, end) => {
  expect(explainMessage({ ...touchpoint, state, because }, 'Asia/Tokyo')).toBe(
    `2026-03-14 10:00: ${begin} after-purchase/any-trouble ${message}: ${end}`,
  );
});

test('what the mail service told later stands behind the message', () => {
  const feedback = { bounced: at.add({ minutes: 1 }), complained: at.add({ hours: 1 }) };
  expect(explainMessage({ ...touchpoint, feedback }, 'Asia/Tokyo')).toContain(
    'took it. It bounced on 2026-03-14 10:01. The customer reported it as spam on 2026-03-14 11:00.',
  );
});
