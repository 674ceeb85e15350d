import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEvents } from '../../../shared/core/enrolments/apply-events.ts';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { consentFor } from '../../../shared/core/facts/consent-question.ts';
import { eventHash } from '../../../shared/core/facts/event-identity.ts';
import { type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import { type Topic, topics } from '../../../shared/core/values/topic.ts';
import { at, consent, event, placed, updated } from '../../support/events.ts';
import { type Input, storeWith } from '../../support/given.ts';

const store = storeWith([]);
const of = (...events: Input[]) => store.given(...events).customer.consent;
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')} 10:00`;
const tick = (n: number) => placed(`o-${n}`, day(n));
const untick = (n: number) => updated(day(n), { acceptsMarketing: false });
const may = (topic: Topic, ...events: Input[]) => consentFor(of(...events), topic)?.is === 'granted';

test('acceptsMarketing grants all topics once, with the event as proof', () => {
  const { customer, effects } = store.given().when(tick(1));
  const granted = {
    is: 'granted',
    at: at(day(1)),
    source: 'accepts-marketing',
    evidence: eventHash(tick(1)),
  };
  expect(customer.consent).toEqual({ all: granted });
  expect(effects.filter((effect) => effect.do === 'evidence')).toMatchObject([
    { granted: true, topics: ['all'], source: 'accepts-marketing' },
  ]);
  const second = store.from(customer).when(tick(2));
  expect(second.customer.consent).toEqual({ all: granted });
  expect(second.effects.filter((effect) => effect.do !== 'order')).toEqual([]);
});

test('acceptsMarketing never lifts an unsubscribe, however often it comes', () => {
  expect(
    may('tips', tick(1), consent(day(2), false), tick(3), updated(day(4), { acceptsMarketing: true })),
  ).toBe(false);
  expect(may('tips', tick(1), untick(2), tick(3), tick(4))).toBe(false);
  expect(may('tips', consent(day(1), false), tick(2))).toBe(false);
});

test('an unsubscribe that comes late still outranks a tick box that was left on', () => {
  expect(may('tips', tick(5), consent(day(1), false))).toBe(false);
  expect(may('tips', untick(5), tick(1))).toBe(false);
  expect(may('tips', untick(5), tick(1), tick(9))).toBe(false);
});

test('an explicit grant lifts an earlier unsubscribe, not a later one', () => {
  expect(may('tips', consent(day(1), false), consent(day(2), true))).toBe(true);
  expect(may('tips', consent(day(2), false), consent(day(1), true))).toBe(false);
});

test('a box left empty at first does not keep her from ticking it later', () => {
  const signUp = event('CustomerRegistered', day(1), { customer: { acceptsMarketing: false } });
  expect(may('tips', signUp)).toBe(false);
  expect(may('tips', signUp, tick(2))).toBe(true);
});

test('an empty box on an order withdraws nothing', () => {
  expect(may('tips', tick(1), placed('o-2', day(2), { customer: { acceptsMarketing: false } }))).toBe(true);
});

test('a late grant does not outlast a box that was emptied after it, whatever was denied before', () => {
  const late = consent(day(2), true);
  expect(may('tips', consent(day(1), false), untick(3), late)).toBe(false);
  expect(may('tips', untick(3), consent(day(1), false), late)).toBe(false);
  expect(may('tips', consent(day(1), false), untick(3), consent(day(4), true))).toBe(true);
});

test('an emptied box on the customer withdraws topics granted one by one, too', () => {
  expect(may('tips', consent(day(1), true, ['tips']), untick(2))).toBe(false);
});

test('a topic has a word of its own', () => {
  const only = [tick(1), consent(day(2), false, ['offers'])];
  expect([may('offers', ...only), may('tips', ...only)]).toEqual([false, true]);
  expect(may('tips', consent(day(1), true, ['tips']))).toBe(true);
  expect(may('news', consent(day(1), true, ['tips']))).toBe(false);
});

test('a word on everything covers the topics spoken of before it, in whichever order they come', () => {
  expect(may('tips', consent(day(1), true, ['tips']), consent(day(2), false))).toBe(false);
  expect(may('tips', consent(day(2), false), consent(day(1), true, ['tips']))).toBe(false);
  expect(may('tips', consent(day(1), false), consent(day(2), true, ['tips']))).toBe(true);
  expect(may('tips', consent(day(1), false, ['tips']), consent(day(2), true, ['all']))).toBe(true);
});

test('other channels say nothing about mail', () => {
  const line = event('ConsentChanged', day(2), { consent: { channel: 'line', granted: false } });
  expect(may('tips', tick(1), line)).toBe(true);
});

test('the proof keeps the wording and how we know, cut to size', () => {
  const change = event('ConsentChanged', day(1), {
    consent: { granted: true, topics: ['tips'], source: 'x'.repeat(90), wording: 'y'.repeat(900) },
  });
  const [proof] = store.given().when(change).effects;
  expect(proof).toMatchObject({ topics: ['tips'], source: 'x'.repeat(64), wording: 'y'.repeat(512) });
});

const stated = fc.record({
  kind: fc.constantFrom('tick', 'grant', 'deny'),
  about: fc.constantFrom<string[] | undefined>(undefined, ['tips'], ['offers', 'tips'], ['horoscope']),
});
const eventOf = ({ kind, about }: { kind: string; about: string[] | undefined }, n: number): StoreEvent =>
  kind === 'tick' ? tick(n + 1) : consent(day(n + 1), kind === 'grant', about);

test('the proof is never cut through the middle of a character', () => {
  const words = { source: `${'x'.repeat(63)}😀`, wording: `${'y'.repeat(511)}😀` };
  const change = event('ConsentChanged', day(1), { consent: { granted: true, ...words } });
  const { customer, effects } = store.given().when(change);
  expect(customer.consent.all?.source.isWellFormed()).toBe(true);
  expect((effects[0] as { wording?: string }).wording?.isWellFormed()).toBe(true);
});

test('whatever the order of arrival, she has consented to the same topics', () => {
  const effective = (customer: Customer) =>
    topics.map((topic) => consentFor(customer.consent, topic)?.is === 'granted');
  const inTurn = (events: readonly StoreEvent[]) =>
    events.reduce(
      (known, one) => applyEvents(known, [one], store.around(at(day(28)))).customer,
      newCustomer('mori', 'c-1'),
    );
  const shuffled = fc
    .array(stated, { minLength: 1, maxLength: 6 })
    .map((words) => words.map(eventOf))
    .chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
  fc.assert(
    fc.property(shuffled, ([events, mixed]) => {
      expect(effective(inTurn(mixed))).toEqual(effective(inTurn(events)));
    }),
    { numRuns: 1000 },
  );
});

test('no consent to everything covers a series: she asks for it by name', () => {
  expect(may('course', tick(1), consent(day(2), true))).toBe(false);
  expect(may('course', consent(day(2), true, ['course']))).toBe(true);
  expect(may('course', consent(day(3), true), consent(day(2), true, ['course']))).toBe(true);
  expect(of(consent(day(2), true, ['course']), consent(day(3), true)).course?.at).toEqual(at(day(2)));
});

test('who wants nothing any more wants no series either, whichever word comes first', () => {
  const asked = consent(day(1), true, ['course']);
  for (const no of [consent(day(2), false), untick(2)]) {
    expect(may('course', asked, no)).toBe(false);
    expect(may('course', no, asked)).toBe(false);
  }
  expect(may('course', consent(day(1), false), consent(day(2), true, ['course']))).toBe(true);
});
