import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { applyEvents } from '../../shared/core/enrolments/apply-events.ts';
import { type EventName, eventNames, isOfStore } from '../../shared/core/events/event-catalogue.ts';
import { parseEvent } from '../../shared/core/events/event-schema.ts';
import { consentFor } from '../../shared/core/facts/consent-question.ts';
import { openBook } from '../../shared/core/language/scenario-book.ts';
import { type Customer, newCustomer } from '../../shared/core/record/customer.ts';
import { topics } from '../../shared/core/values/topic.ts';
import { settings } from '../support/given.ts';
import { countBy, orderIdOf, planOf, stampOf, startAt } from './planned-storefront.ts';
import { randomOf } from './random.ts';
import { reactionTo } from './shopper.ts';
import type { StorefrontAct } from './storefront.ts';
import { StorefrontTruth } from './storefront-truth.ts';

const plan = planOf(42);

/** A click is told by the mail service, and that two records are one person's by `withEnds`. */
const toldByOthers: readonly EventName[] = ['MailClicked', 'CustomerMerged'];

const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);
const parsed = (act: StorefrontAct) => parseEvent(act.name, act.detail, instant(act.at_ms));

describe('the plan of a storefront', () => {
  test('the same seed plans the same, byte for byte, and another seed another', () => {
    expect(JSON.stringify(planOf(7, 40))).toBe(JSON.stringify(planOf(7, 40)));
    expect(JSON.stringify(planOf(8, 40))).not.toBe(JSON.stringify(planOf(7, 40)));
  });

  test('a customer more changes nothing of what the others do', () => {
    expect(planOf(7, 41).filter(({ customer }) => customer !== 'c-40')).toEqual(planOf(7, 40));
  });

  test('every act is an event that the boundary takes, as JSON carries it', () => {
    for (const act of plan) {
      expect(parsed(act)?.name).toBe(act.name);
      expect(act.detail.customer.id).toBe(act.customer);
    }
    expect(JSON.parse(JSON.stringify(plan))).toStrictEqual(plan);
  });

  test('acts are in the order of time, within the season, of every name that is hers to tell, each fact with an id of its own', () => {
    expect(plan.every((act, i) => i === 0 || (plan[i - 1] as StorefrontAct).at_ms <= act.at_ms)).toBe(true);
    expect(plan[0]?.at_ms).toBeGreaterThanOrEqual(startAt.epochMilliseconds);
    expect(plan.at(-1)?.at_ms).toBeLessThan(startAt.add({ hours: 400 * 24 }).epochMilliseconds);
    const told = eventNames.filter((name) => !isOfStore(name) && !toldByOthers.includes(name));
    expect(new Set(plan.map(({ name }) => name))).toEqual(new Set(told));
    expect(new Set(plan.map(({ detail }) => detail.eventId)).size).toBe(plan.length);
  });

  test('an order is placed once, by one customer', () => {
    const placings = plan.filter(({ name }) => name === 'OrderPlaced').map(orderIdOf);
    expect(new Set(placings).size).toBe(placings.length);
    const owners = new Set(plan.filter(orderIdOf).map((act) => `${orderIdOf(act)} ${act.customer}`));
    expect(owners.size).toBe(new Set(plan.filter(orderIdOf).map(orderIdOf)).size);
  });

  test('the hard cases are all there', () => {
    const placings = plan.filter(({ name }) => name === 'OrderPlaced');
    const orders = countBy(placings, ({ customer }) => customer);
    expect([...orders.values()].some((count) => count > 30)).toBe(true);
    const stamps = new Map(placings.map((act) => [orderIdOf(act), stampOf(act)]));
    const cancelled = plan.filter(({ name }) => name === 'OrderCancelled');
    const gaps = cancelled.map((act) => stampOf(act) - (stamps.get(orderIdOf(act)) ?? 0));
    expect(gaps.some((gap) => gap < 0) && gaps.some((gap) => gap === 0)).toBe(true);
    expect(gaps.some((gap) => gap > 0 && gap < 60_000) && gaps.some((gap) => gap > 3_600_000)).toBe(true);
    expect(Math.max(...countBy(placings, ({ at_ms }) => Math.floor(at_ms / 1000)).values())).toBeGreaterThan(
      2,
    );
    const sittings = countBy(placings, (act) => `${act.customer} ${Math.floor(act.at_ms / 60_000)}`);
    expect([...sittings.values()].some((count) => count > 1)).toBe(true);
    expect(plan.some((act) => stampOf(act) > act.at_ms)).toBe(true);
    expect(plan.some(({ detail }) => /[+-]\d\d:\d\d$/.test(detail.occurredAt))).toBe(true);
    const walls = placings.map((act) => instant(stampOf(act)).toZonedDateTimeISO('Asia/Tokyo'));
    expect(walls.some(({ hour, minute, second }) => hour + minute + second === 0)).toBe(true);
    expect(walls.some(({ month, day }) => month === 2 && day === 29)).toBe(true);
    const parcels = countBy(
      plan.filter(({ name }) => name === 'OrderShipped'),
      orderIdOf,
    );
    expect([...parcels.values()].some((count) => count >= 3)).toBe(true);
    const owners = new Map<string, Set<string>>();
    for (const { customer, detail } of plan) {
      const { email } = detail.customer;
      if (email) owners.set(email, (owners.get(email) ?? new Set()).add(customer));
    }
    expect([...owners.values()].some((customers) => customers.size > 1)).toBe(true);
  });
});

describe('the truth', () => {
  const around = { book: openBook([], {}), settings };
  const take = (known: Customer, act: StorefrontAct) => {
    const event = parsed(act);
    return event ? applyEvents(known, [event], { ...around, at: instant(act.at_ms) }).customer : known;
  };

  test('where nothing is late, the engine’s record agrees after every act', () => {
    const truth = new StorefrontTruth();
    const records = new Map<string, Customer>();
    let answers = 0;
    for (const act of inOrderOfWords(plan)) {
      const known = take(records.get(act.customer) ?? newCustomer('shop', act.customer), act);
      records.set(act.customer, known);
      truth.learn(act, act.at_ms);
      for (const topic of topics) {
        const answer = truth.consent(act.customer, topic);
        if (answer === 'open') continue;
        answers += 1;
        if ((consentFor(known.consent, topic)?.is === 'granted') !== (answer === 'yes'))
          expect.fail(`${topic}: the truth says ${answer} after ${JSON.stringify(act)}`);
      }
      if (truth.ordersHeardOf(act.customer).length <= 24)
        expect(known.lifecycle.orders).toBe(truth.ordersNotUndone(act.customer).length);
    }
    expect(answers).toBeGreaterThan(50_000);
  });

  test('learnt backwards and twice, it is the same but for who knew when', () => {
    const [forth, back] = [new StorefrontTruth(), new StorefrontTruth()];
    const end_ms = plan.at(-1)?.at_ms ?? 0;
    for (const act of plan) forth.learn(act, end_ms);
    for (const act of [...plan.toReversed(), ...plan]) back.learn(act, end_ms);
    for (const customer of new Set(plan.map((act) => act.customer))) {
      expect(back.ordersPlaced(customer).sort()).toEqual(forth.ordersPlaced(customer).sort());
      expect(back.bought(customer, end_ms)).toEqual(forth.bought(customer, end_ms));
      for (const topic of topics) expect(back.consent(customer, topic)).toBe(forth.consent(customer, topic));
    }
  });

  test('the orders that are over are those of which the plan tells it', () => {
    const truth = new StorefrontTruth();
    const told = new Set<string>();
    for (const act of plan) {
      truth.learn(act, act.at_ms);
      const { isTest } = (act.detail.order ?? {}) as { isTest?: boolean };
      if (!isTest && /^Order(Cancelled|Returned)$/.test(act.name)) told.add(orderIdOf(act));
    }
    const ends = ['OrderCancelled', 'OrderReturned'] as const;
    const over = plan.filter((act) => truth.isOver(act.customer, orderIdOf(act), ends)).map(orderIdOf);
    expect(new Set(over)).toEqual(told);
    expect(told.size).toBeGreaterThan(50);
  });
});

/** Each customer's acts by their stamps where these are in the past, as no fault and no slow hand reorders them. */
function inOrderOfWords(acts: readonly StorefrontAct[]): StorefrontAct[] {
  return acts.toSorted((a, b) => Math.min(stampOf(a), a.at_ms) - Math.min(stampOf(b), b.at_ms));
}

describe('what becomes of a mail', () => {
  const reactions = (kind: 'transactional' | 'marketing', listUnsubscribe?: string) => {
    const random = randomOf(5);
    return Array.from({ length: 20_000 }, () =>
      reactionTo(random, { template: 't', kind, customer: 'c-1', listUnsubscribe }),
    );
  };

  test('most mails cause nothing, and each reaction happens now and then', () => {
    const marketing = reactions('marketing', 'https://shop.example/u');
    expect(marketing.filter((reaction) => reaction === undefined).length).toBeGreaterThan(16_000);
    expect(new Set(marketing.map((reaction) => reaction?.do)).size).toBe(7);
    expect(marketing.every((reaction) => reaction === undefined || reaction.after_ms > 0)).toBe(true);
  });

  test('nobody unsubscribes without a link', () => {
    for (const mails of [reactions('marketing'), reactions('transactional', 'https://shop.example/u')])
      expect(mails.some((reaction) => reaction?.do === 'unsubscribe')).toBe(false);
  });
});
