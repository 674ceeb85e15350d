/** Double opt-in: a grant counts once she has confirmed it, in whichever order the store's words arrive. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEvents } from '../../../shared/core/enrolments/apply-events.ts';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { pendingTopics } from '../../../shared/core/facts/consent-confirmation.ts';
import { consentFor } from '../../../shared/core/facts/consent-question.ts';
import { type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import type { EngineSettings } from '../../../shared/core/record/engine-settings.ts';
import { type Topic, topics } from '../../../shared/core/values/topic.ts';
import { at, event, placed, updated } from '../../support/events.ts';
import { type Input, storeWith, timer } from '../../support/given.ts';
import { marketing, send } from '../../support/scenarios.ts';

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')} 10:00`;
const inSettings = (doubleOptIn: EngineSettings['doubleOptIn']) =>
  storeWith([], { settings: { doubleOptIn } });
const store = inSettings('all');

function word(n: number, granted: boolean, source: string, about?: readonly string[]): StoreEvent {
  const eventId = `${n} ${granted} ${source} ${about}`;
  return event('ConsentChanged', day(n), { eventId, consent: { granted, source, topics: about } });
}
const ask = (n: number, about?: readonly string[]) => word(n, true, 'sign-up', about);
const deny = (n: number, about?: readonly string[]) => word(n, false, 'storefront', about);
const confirm = (n: number, about?: readonly string[]) => word(n, true, 'double-opt-in', about);
const tick = (n: number) => placed(`o-${n}`, day(n));
const untick = (n: number) => updated(day(n), { acceptsMarketing: false });
const of = (...events: Input[]) => store.given(...events).customer.consent;
const state = (topic: Topic, ...events: Input[]) => consentFor(of(...events), topic)?.is;

test('a grant is pending until she confirms it, however it came', () => {
  expect([state('tips', ask(1)), state('tips', tick(1)), state('tips', ask(1, ['tips']))]).toEqual([
    'pending',
    'pending',
    'pending',
  ]);
  expect(state('tips', ask(1), confirm(2))).toBe('granted');
  expect(state('tips', tick(1), confirm(2))).toBe('granted');
});

test('what a link of her own mail has shown to be hers, and what was imported, needs no confirmation', () => {
  for (const source of ['double-opt-in', 'preference-page', 'import', 'import:old newsletter'])
    expect(state('tips', word(1, true, source))).toBe('granted');
});

test('what is pending stays so by whatever word of the store, until she confirms, also where the setting asks nobody', () => {
  const single = inSettings('none');
  const doubted = event('ConsentChanged', day(2), { consent: { granted: true, mustConfirm: true } });
  const after = (...more: Input[]) =>
    consentFor(single.given(deny(1), doubted, ...more).customer.consent, 'tips')?.is;
  expect([after(ask(3)), after(ask(3, ['tips'])), after(tick(3)), after(ask(3), ask(4))]).toEqual(
    Array(4).fill('pending'),
  );
  expect(after(ask(3), confirm(4))).toBe('granted');
  expect(after(word(3, true, 'preference-page', ['tips']))).toBe('granted');
});

test('a grant asked for anew is pending though an earlier one stands', () => {
  const anew = (confirmAnew: boolean) =>
    event('ConsentChanged', day(3), { consent: { granted: true, mustConfirm: true, confirmAnew } });
  expect([state('tips', confirm(1), anew(false)), state('tips', confirm(1), anew(true))]).toEqual([
    'granted',
    'pending',
  ]);
});

test('a new address must confirm what the old one granted, where the opt-in is double', () => {
  const at = (n: number, email: string) => updated(day(n), { email });
  const granted = [at(1, 'hana@example.com'), confirm(2), confirm(2, ['course'])];
  const moved = [...granted, at(3, 'new@example.com')];
  expect([state('tips', ...moved), state('course', ...moved)]).toEqual(['pending', 'pending']);
  expect(state('tips', ...moved, confirm(4))).toBe('granted');
  expect(state('tips', ...moved, at(4, 'hana@example.com'))).toBe('pending');
  expect(state('tips', ...granted, at(3, ' Hana@Example.com'))).toBe('granted');
  expect(state('tips', ...granted, deny(2, ['tips']), at(3, 'new@example.com'))).toBe('denied');
  const single = inSettings('none').given(...moved).customer.consent;
  expect(consentFor(single, 'tips')?.is).toBe('granted');
});

test('the proof of a grant to be confirmed says so', () => {
  expect(store.given().when(ask(1)).effects).toMatchObject([{ granted: true, pending: true }]);
});

test('the setting may name markets: her country, else the region of her language, else the store’s own', () => {
  const german = inSettings(['DE']);
  const from = (customer: Record<string, unknown>) =>
    german.given(placed('o-1', day(1), { customer })).customer.consent.all?.is;
  expect(from({})).toBe('granted');
  expect(from({ locale: 'de-DE' })).toBe('pending');
  expect(from({ locale: 'de-DE', attributes: { country: 'at' } })).toBe('granted');
  expect(from({ attributes: { country: 'de' } })).toBe('pending');
});

test('a grant repeated after she confirmed need not be confirmed again, one after a withdrawal must', () => {
  expect(state('tips', ask(1), confirm(2), ask(3))).toBe('granted');
  expect(state('tips', ask(1), confirm(2), deny(3), ask(4))).toBe('pending');
  expect(state('tips', ask(1), confirm(2), untick(3), ask(4))).toBe('pending');
});

test('a withdrawal that comes late, from between a confirmation and a new grant, asks for a new confirmation', () => {
  expect(state('tips', ask(1), confirm(2), ask(4), deny(3))).toBe('pending');
  expect(state('tips', ask(1), confirm(2), ask(4), untick(3))).toBe('pending');
  expect(state('tips', ask(1), confirm(2), ask(4), deny(3, ['tips']))).toBe('pending');
});

test('a withdrawal ends what is pending', () => {
  for (const no of [deny(2), untick(2)]) expect(state('tips', ask(1), no)).toBe('denied');
});

test('what waits for her is told topic by topic where she has said no to some', () => {
  expect(pendingTopics(of(ask(1)))).toEqual(['all']);
  expect(pendingTopics(of(ask(1), deny(2, ['offers'])))).toEqual(['tips', 'news', 'surveys', 'events']);
  expect(pendingTopics(of(ask(1), ask(1, ['course'])))).toEqual(['all', 'course']);
  expect(pendingTopics(of(ask(1), confirm(2)))).toEqual([]);
  expect(pendingTopics(of(ask(1), ask(1, ['course']), confirm(2, ['all', 'course'])))).toEqual([]);
});

test('no marketing goes while her consent is pending, and it goes once she has confirmed', () => {
  const scenario = marketing({ id: 'story', steps: [{ ...send('b'), expiry: { days: 9 } }] });
  const asking = storeWith([scenario], { settings: { doubleOptIn: 'all', quietHours: null } });
  asking
    .given(tick(2))
    .when(timer('story'))
    .then({ sent: [], skipped: ['b: not-confirmed'] });
  asking
    .given(tick(2), confirm(3))
    .when(timer('story'))
    .then({ sent: ['b'] });
});

test('another channel has words of its own, and goes by those on mail for what was not said there', () => {
  const line = (granted: boolean, about?: string[]) =>
    event('ConsentChanged', day(3), { consent: { channel: 'line', granted, topics: about } });
  const on = (...events: Input[]) => {
    const consent = of(...events);
    return [consentFor(consent, 'tips')?.is, consentFor(consent, 'tips', 'line')?.is];
  };
  const yes = word(1, true, 'preference-page');
  expect(on(yes)).toEqual(['granted', undefined]);
  expect(on(yes, line(false))).toEqual(['granted', 'denied']);
  expect(on(deny(1), line(true, ['tips']))).toEqual(['denied', 'granted']);
  expect(on(yes, line(false, ['offers']))).toEqual(['granted', 'granted']);
  expect(Object.keys(of(line(true), line(true, ['tips'])))).toEqual(['line:all']);
});

const words = fc.array(
  fc.record({
    kind: fc.constantFrom('tick', 'ask', 'deny', 'confirm'),
    about: fc.constantFrom<string[] | undefined>(undefined, ['tips'], ['offers', 'tips']),
    late: fc.integer({ min: 0, max: 8 }),
  }),
  { minLength: 1, maxLength: 7 },
);
const makers = { tick: (n: number) => tick(n), ask, deny, confirm };
const effective = (customer: Customer) =>
  topics.map((topic) => consentFor(customer.consent, topic)?.is === 'granted');
const taken = (events: readonly StoreEvent[]) =>
  effective(
    events.reduce(
      (known, one) => applyEvents(known, [one], store.around(at(day(28)))).customer,
      newCustomer('mori', 'c-1'),
    ),
  );

test('however late the store’s words come, she has confirmed the same topics', () => {
  fc.assert(
    fc.property(words, (said) => {
      const events = said.map(({ kind, about, late }, n) => ({
        event: makers[kind as keyof typeof makers](n + 1, about),
        // Her own page is taken in at once; what a storefront sends may come late.
        arrives: kind === 'confirm' ? n : n + late + 0.5,
      }));
      const arrived = events.toSorted((a, b) => a.arrives - b.arrives);
      expect(taken(arrived.map((one) => one.event))).toEqual(taken(events.map((one) => one.event)));
    }),
    { numRuns: 2000 },
  );
});
