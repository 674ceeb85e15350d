import { expect, test } from 'vitest';
import { fieldsFromItem } from '../../../shared/core/facts/orders/order-item-facts.ts';
import type { Filter } from '../../../shared/core/language/filter.ts';
import { minutes } from '../../../shared/core/values/duration.ts';
import { placed, updated, wall } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { branch, exit, marketing, send, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const order = {
  total: 5400,
  gift: false,
  coupon: 'HELLO10',
  items: [
    { productId: 'p-1', category: 'skincare', quantity: 2 },
    { productId: 'p-2', category: 'tea', quantity: 1 },
  ],
};
const forked = (filter: Filter) =>
  marketing({
    steps: [
      waitFor('pause', minutes(1)),
      branch('fork', filter, 'send-b', 'leave'),
      send('b'),
      exit('leave'),
    ],
  });

test('a branch goes its way by the event that let her in', () => {
  const store = storeWith([forked({ the: 'event.order.items.category', is: 'tea' })]);
  const tea = placed('o-1', monday, { order });
  store
    .given(tea)
    .when(timer('letters'))
    .then({ because: 'exit-step', sent: ['b'] });
  store
    .given(placed('o-1', monday))
    .when(timer('letters'))
    .then({ because: 'exit-step', sent: [], ended: ['letters: exit-step'] });
});

test('a branch asks for the customer as she is when she comes to it', () => {
  const store = storeWith([forked({ the: 'customer.attributes.skin', is: 'dry' })]);
  const history = [
    placed('o-1', monday),
    updated('2026-03-02T12:30:30+09:00', { attributes: { skin: 'dry' } }),
  ];
  store
    .given(...history)
    .when(timer('letters'))
    .then({ sent: ['b'] });
  store.given(placed('o-1', monday)).when(timer('letters')).then({ sent: [] });
});

test('a branch on an unknown extra field of the event finds it in the enrolment', () => {
  const store = storeWith([forked({ the: 'event.extra.channel.name', is: 'app' })]);
  const { customer } = store.given(placed('o-1', monday, { channel: { name: 'app', version: 7 } }));
  expect(customer.enrolments[0]?.event).toEqual({ channel: { name: 'app' }, order: undefined });
  store
    .from(customer)
    .when(timer('letters'))
    .then({ sent: ['b'] });
});

test('a branch of an enrolment whose fields lie beside the record reads them there', () => {
  const scenario = forked({ the: 'event.order.items.category', is: 'tea' });
  const many = Array.from({ length: 60 }, () => ({ productId: 'p', category: 'skincare' }));
  const big = placed('o-1', monday, { order: { items: [...many, { productId: 'q', category: 'tea' }] } });
  const { customer, effects } = storeWith([scenario]).given().when(big);
  const item = effects.find((effect) => effect.do === 'order');
  const context = fieldsFromItem(item, ['order.items.category']);
  storeWith([scenario], { context })
    .from(customer)
    .when(timer('letters'))
    .then({ sent: ['b'] });
});

test('the first way of several that fits is taken, else the last', () => {
  const ways = [
    { if: { the: 'event.order.total', moreThan: 9000 }, then: 'send-c' },
    { if: { the: 'event.order.total', moreThan: 5000 }, then: 'send-b' },
  ] as const;
  const steps = [
    waitFor('pause', minutes(1)),
    { id: 'fork', kind: 'branch', when: ways, else: 'leave' } as const,
    send('b'),
    exit('b-done'),
    send('c'),
    exit('leave'),
  ];
  const store = storeWith([marketing({ steps })]);
  const sent = (total: number) =>
    store.given(placed('o-1', monday, { order: { total } })).when(timer('letters')).outcome.sent;
  expect([sent(9500), sent(5400), sent(100)]).toEqual([['c'], ['b'], []]);
});

test('a second visit to a message is another touchpoint, in the record and in its name', () => {
  const round = marketing({
    steps: [
      waitFor('pause', { days: 2 }),
      send('b'),
      branch('again', { the: 'customer.locale', is: 'fr' }, 'end', 'pause'),
      exit('end'),
    ],
  });
  const { customer } = storeWith([round]).given(placed('o-1', monday), timer('letters'), timer('letters'));
  expect(customer.sends.map(({ step, lap }) => [step, lap])).toEqual([
    ['send-b', undefined],
    ['send-b', 1],
  ]);
  expect(new Set(customer.sends.map(({ touchpoint }) => touchpoint)).size).toBe(2);
});

test('a circle that is late by hundreds of rounds is walked in pieces, each with a timer of its own', () => {
  const round = marketing({
    steps: [
      waitFor('pause', minutes(1)),
      branch('again', { the: 'customer.locale', is: 'fr' }, 'end', 'pause'),
      exit('end'),
    ],
  });
  const store = storeWith([round]);
  const now = '2026-03-02T16:00:30+09:00';
  let history = store
    .given(placed('o-1', monday))
    .when(timer('letters', now))
    .then({ because: 'waiting', armed: ['2026-03-02 16:00'] });
  for (let i = 0; i < 2; i += 1) history = history.when(timer('letters', now)).then({ because: 'waiting' });
  expect(wall(history.running('letters').due)).toBe('2026-03-02 16:01');
});
