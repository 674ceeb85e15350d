/** What took the place of a message is told with every hold, skip and outlook. */
import { expect, test } from 'vitest';
import { noBrakes } from '../../../shared/core/record/brakes.ts';
import type { RecordedTouchpoint } from '../../../shared/core/record/touchpoint.ts';
import { explain } from '../../../shared/service/explaining/explain.ts';
import { meaningWith } from '../../../shared/service/explaining/explain-because.ts';
import { explainMessage } from '../../../shared/service/explaining/explain-message.ts';
import { at, placed } from '../../support/events.ts';
import { type Input, storeWith, timer } from '../../support/given.ts';
import { marketing, send, waitFor } from '../../support/scenarios.ts';

const story = (id: string, hours: number, letter: string, needs?: string) =>
  marketing({
    id,
    priority: id === 'cart' ? 'cart' : 'browse',
    steps: [waitFor('wait', { hours }), send(letter, { expiry: { days: 3 }, ...(needs ? { needs } : {}) })],
  });
const daily = { settings: { caps: [{ max: 1, days: 1 }] } };

const sentencesOf = (store: ReturnType<typeof storeWith>, ...given: Input[]) => {
  const { customer } = store.given(...given);
  const around = store.around(at('2026-03-02 14:30'));
  return explain(customer, [], { ...around, brakes: noBrakes, address: undefined }).join('\n');
};

test('a message that left its place names the message that has it', () => {
  const store = storeWith([story('browse', 1, 'b'), story('cart', 5, 'c')], daily);
  const told = sentencesOf(store, placed('o-1', '2026-03-02 09:00'), timer('browse'));
  expect(told).toContain(
    'b (step send-b) is held: it left its place to a message that goes before it (cart/send-c). It is asked again on 2026-03-03 10:00.',
  );
});

test('what has used up the place of the next message is named before its time', () => {
  const store = storeWith([story('cart', 1, 'c'), story('browse', 30, 'b')], {
    settings: { caps: [{ max: 1, days: 3 }] },
  });
  expect(sentencesOf(store, placed('o-1', '2026-03-02 09:00'), timer('cart'))).toContain(
    'Next comes b (step send-b) on 2026-03-03 15:00. As things stand it will be held until 2026-03-05 10:00: the customer had as many marketing mails as the frequency caps allow (cart/send-c).',
  );
});

test('a message that was skipped names what took its place', () => {
  const skipped: RecordedTouchpoint = {
    id: 't',
    customer: 'c-1',
    enrolment: 'e',
    scenario: 'browse',
    version: 1,
    step: 'send-b',
    template: 'b',
    kind: 'marketing',
    at: at('2026-03-02 10:00'),
    state: 'skipped',
    because: 'cap-reached',
    by: 'cart/send-c',
    feedback: {},
  };
  expect(explainMessage(skipped, 'Asia/Tokyo')).toBe(
    '2026-03-02 10:00: the customer did not get b (browse v1, step send-b): the customer had as many marketing mails as the frequency caps allow (cart/send-c).',
  );
  expect(meaningWith('offer-given', 'order:o-9')).toMatch(/\(order o-9\)$/);
  expect(meaningWith('offer-given', 'welcome')).toMatch(/\(welcome\)$/);
});
