import { expect, test } from 'vitest';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import type { AddressState } from '../../../shared/core/record/suppression.ts';
import { at, consent, placed, updated } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const noon = '2026-03-03 12:30';
const scenario = marketing({
  steps: [waitFor('day', { days: 1 }), send('a'), waitFor('more', { days: 1 }), send('b')],
});
const notice = transactional({ steps: [waitFor('day', { days: 1 }), send('thanks')] });
const address = (scopes: Partial<AddressState>) => ({ address: { key: 'k', ...scopes } });
const unsubscribed = { because: 'unsubscribed', at: at('2026-03-02 18:00') } as const;
const bounced = { because: 'hard-bounce', at: at('2026-03-02 18:00') } as const;

test('a message that nothing forbids goes, and its claim is in the record before it does', () => {
  const { customer } = storeWith([scenario])
    .given(placed('o-1', monday))
    .when(timer('letters'))
    .then({ sent: ['a'], skipped: [], running: ['letters@more until 2026-03-04 12:30'] });
  expect(customer.sends).toMatchObject([
    { step: 'send-a', state: 'claimed', because: 'allowed', kind: 'marketing' },
  ]);
});

test('a message a day late is too late for marketing, three days for an order', () => {
  const tips = storeWith([scenario]).given(placed('o-1', monday));
  tips.when(timer('letters', '2026-03-04 12:30')).then({ skipped: ['a: too-late'] });
  tips.when(timer('letters', '2026-03-04 12:29')).then({ sent: ['a'] });
  const order = storeWith([notice]).given(placed('o-1', monday));
  order.when(timer('thanks', '2026-03-06 12:29')).then({ sent: ['thanks'] });
  order.when(timer('thanks', '2026-03-06 12:30')).then({ skipped: ['thanks: too-late'] });
});

test('a message may carry an expiry of its own', () => {
  const brief = marketing({ steps: [waitFor('day', { days: 1 }), send('a', { expiry: { hours: 1 } })] });
  storeWith([brief])
    .given(placed('o-1', monday))
    .when(timer('letters', '2026-03-03 13:30'))
    .then({ skipped: ['a: too-late'] });
});

test('without an address there is no message, and the story goes on', () => {
  storeWith([scenario])
    .given(placed('o-1', monday, { customer: { email: undefined } }))
    .when(timer('letters'))
    .then({ skipped: ['a: no-address'], running: ['letters@more until 2026-03-04 12:30'] });
});

test('an address that no mail service takes is left alone, also by an order’s own mail', () => {
  storeWith([notice])
    .given(placed('o-1', monday, { customer: { email: 'a..b@docomo.example.jp' } }))
    .when(timer('thanks'))
    .then({ skipped: ['thanks: undeliverable-address'] });
});

test('a bad address stops every mail, an unsubscribed one only marketing', () => {
  const order = placed('o-1', monday);
  const ask = (kind: 'letters' | 'thanks', parts: object) =>
    storeWith([scenario, notice], parts).given(order).when(timer(kind)).outcome;
  expect(ask('letters', address({ all: bounced })).skipped).toEqual(['a: suppressed']);
  expect(ask('thanks', address({ all: bounced })).skipped).toEqual(['thanks: suppressed']);
  expect(ask('letters', address({ marketing: unsubscribed })).skipped).toEqual(['a: suppressed']);
  expect(ask('thanks', address({ marketing: unsubscribed })).sent).toEqual(['thanks']);
});

test('her own later grant lifts an unsubscribe of her address; a tick box or an earlier grant does not', () => {
  const store = storeWith([scenario], address({ marketing: unsubscribed }));
  const sentAfter = (...more: StoreEvent[]) =>
    store.given(placed('o-1', monday), ...more).when(timer('letters')).outcome.sent;
  expect(sentAfter(consent('2026-03-02 19:00', true))).toEqual(['a']);
  expect(sentAfter(consent('2026-03-02 19:00', true, ['tips']))).toEqual(['a']);
  expect(sentAfter(consent('2026-03-02 19:00', true, ['offers']))).toEqual([]);
  expect(sentAfter(consent('2026-03-02 17:00', true))).toEqual([]);
  expect(sentAfter(updated('2026-03-02 19:00', { acceptsMarketing: true }))).toEqual([]);
  const late = store.given(placed('o-1', '2026-03-02 19:30'));
  late.when(timer('letters')).then({ skipped: ['a: suppressed'] });
});

test('her grant never lifts a hard bounce', () => {
  storeWith([scenario], address({ all: bounced }))
    .given(placed('o-1', monday), consent('2026-03-02 19:00', true))
    .when(timer('letters'))
    .then({ skipped: ['a: suppressed'] });
});

test('marketing without consent is skipped, an order’s own mail goes', () => {
  const order = placed('o-1', monday, { customer: { acceptsMarketing: undefined } });
  const store = storeWith([scenario, notice]);
  store
    .given(order)
    .when(timer('letters'))
    .then({ skipped: ['a: no-consent'] });
  store
    .given(order)
    .when(timer('thanks'))
    .then({ sent: ['thanks'] });
});

test('consent is asked at send time: taken back during the wait, nothing goes', () => {
  const store = storeWith([scenario]);
  const during = (granted: boolean, topics?: string[]) =>
    store.given(placed('o-1', monday), consent('2026-03-02 19:00', granted, topics)).when(timer('letters'))
      .outcome;
  expect(during(false).skipped).toEqual(['a: no-consent']);
  expect(during(false, ['tips']).skipped).toEqual(['a: no-consent']);
  expect(during(false, ['offers']).sent).toEqual(['a']);
});

test('at most one message is claimed by one timer; the next has a timer of its own', () => {
  const twice = marketing({ steps: [waitFor('day', { days: 1 }), send('a'), send('b')] });
  const store = storeWith([twice], { settings: { caps: [] } });
  store
    .given(placed('o-1', monday))
    .when(timer('letters'))
    .then({ sent: ['a'], armed: [noon], running: [`letters@send-b until ${noon}`] })
    .when(timer('letters'))
    .then({ because: 'completed', sent: ['b'], armed: [] });
});
