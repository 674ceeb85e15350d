import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { EventName } from '../../shared/core/events/event-catalogue.ts';
import { allows, type ConsentStatement } from './storefront-consent-truth.ts';
import type { StorefrontAct } from './storefront-desk.ts';
import { StorefrontTruth } from './storefront-truth.ts';

const tick = (at_ms: number): ConsentStatement => ({ at_ms, granted: true, box: true, about: [] });
const empty = (at_ms: number): ConsentStatement => ({ at_ms, granted: false, box: true, about: [] });
const grant = (at_ms: number, ...about: ConsentStatement['about']): ConsentStatement => ({
  at_ms,
  granted: true,
  box: false,
  about,
});
const deny = (at_ms: number, ...about: ConsentStatement['about']): ConsentStatement => ({
  at_ms,
  granted: false,
  box: false,
  about,
});

describe('consent by her own words', () => {
  test.each<[string, ConsentStatement[], 'yes' | 'no' | 'open']>([
    ['silence allows nothing', [], 'no'],
    ['a tick allows', [tick(1)], 'yes'],
    ['an empty box alone allows nothing', [empty(1)], 'no'],
    ['an empty box does not stand in the way of a later tick', [empty(1), tick(2)], 'yes'],
    ['an empty box withdraws a tick before it', [tick(1), empty(2)], 'no'],
    ['a tick after that is open', [tick(1), empty(2), tick(3)], 'open'],
    ['no tick lifts an explicit denial', [deny(1, 'all'), tick(2)], 'no'],
    ['an explicit denial outranks a later tick of before', [tick(5), deny(1, 'all')], 'no'],
    ['a later grant lifts a denial', [deny(1, 'all'), grant(2, 'all')], 'yes'],
    [
      'an empty box withdraws a grant before it, however late that comes',
      [deny(1, 'all'), empty(3), grant(2, 'all')],
      'no',
    ],
    ['a word on the topic counts for it', [tick(1), deny(2, 'tips')], 'no'],
    ['a word on another topic does not', [tick(1), deny(2, 'news')], 'yes'],
    ['a later word on all counts for the topic', [deny(1, 'tips'), grant(2, 'all')], 'yes'],
    ['a later grant of the topic stands against a denial of all', [deny(1, 'all'), grant(2, 'tips')], 'yes'],
    ['two opposite words of one moment are open', [deny(1, 'all'), grant(1, 'all')], 'open'],
  ])('%s', (_, words, answer) => {
    expect(allows(words, 'tips')).toBe(answer);
    expect(allows(words.toReversed(), 'tips')).toBe(answer);
  });
});

describe('consent to what she must ask for by its name', () => {
  test.each<[string, ConsentStatement[], 'yes' | 'no' | 'open']>([
    ['a tick allows it not', [tick(1)], 'no'],
    ['nor does a grant of all', [grant(1, 'all')], 'no'],
    ['her own word does', [grant(1, 'course')], 'yes'],
    ['a denial of all ends it', [grant(1, 'course'), deny(2, 'all')], 'no'],
    ['an empty box ends it', [grant(1, 'course'), empty(2)], 'no'],
    ['a denial of before does not', [deny(1, 'all'), grant(2, 'course')], 'yes'],
    ['a grant of all after its end is open', [grant(1, 'course'), deny(2, 'all'), grant(3, 'all')], 'open'],
    ['a denial by its name is not', [grant(1, 'course'), deny(2, 'course'), grant(3, 'all')], 'no'],
  ])('%s', (_, words, answer) => {
    expect(allows(words, 'course')).toBe(answer);
    expect(allows(words.toReversed(), 'course')).toBe(answer);
  });
});

describe('the truth', () => {
  const act = (name: EventName, at_ms: number, parts: object = {}, box?: boolean): StorefrontAct => ({
    at_ms,
    customer: 'c-1',
    name,
    detail: {
      eventId: `${name} ${at_ms}`,
      occurredAt: Temporal.Instant.fromEpochMilliseconds(at_ms).toString(),
      customer: { id: 'c-1', ...(box === undefined ? {} : { acceptsMarketing: box }) },
      ...parts,
    },
  });
  const order = (id: string, isTest?: boolean) => ({ order: { id, isTest } });

  test('an order cancelled before it is known is over, is placed once, and does not stand', () => {
    const truth = new StorefrontTruth();
    truth.learn(act('OrderCancelled', 1000, order('o-1')), 2000);
    expect(truth.isOver('c-1', 'o-1', ['OrderCancelled'])).toBe(true);
    expect(truth.isOver('c-1', 'o-1', ['OrderReturned'])).toBe(false);
    for (const known of [3000, 4000]) truth.learn(act('OrderPlaced', 900, order('o-1')), known);
    expect([truth.ordersPlaced('c-1'), truth.ordersNotUndone('c-1')]).toEqual([['o-1'], []]);
    expect(truth.overSince('c-1', 'o-1', ['OrderCancelled'])).toEqual({
      occurredAt_ms: 1000,
      knownAt_ms: 2000,
    });
  });

  test('a test order changes nothing, not even by its tick', () => {
    const truth = new StorefrontTruth();
    truth.learn(act('OrderPlaced', 1000, order('o-1', true), true), 1000);
    expect(truth.ordersHeardOf('c-1')).toEqual([]);
    expect(truth.maySendMarketing('c-1', 'tips')).toBe(false);
  });

  test('what claims to lie in the future is set back to when it was taken in', () => {
    const truth = new StorefrontTruth();
    truth.learn(act('CustomerRegistered', 9000, {}, true), 1000);
    truth.learn(act('CustomerUpdated', 2000, {}, false), 2000);
    expect(truth.maySendMarketing('c-1', 'tips')).toBe(false);
  });

  test('a word on another channel counts for that channel alone, and an unsubscribe ends it too', () => {
    const truth = new StorefrontTruth();
    truth.learn(act('ConsentChanged', 1000, { consent: { granted: true, channel: 'line' } }), 1000);
    truth.learn(act('ConsentChanged', 2000, { consent: { granted: false } }), 2000);
    const answers = (channel?: string) => truth.consent('c-1', 'tips', channel);
    expect([answers(), answers('line'), answers('push')]).toEqual(['no', 'yes', 'no']);
    truth.unsubscribed('c-1', 3000);
    expect(answers('line')).toBe('no');
  });

  test('an unsubscribe ends every topic until she grants one herself, later', () => {
    const truth = new StorefrontTruth();
    truth.learn(act('CustomerRegistered', 1000, {}, true), 1000);
    truth.unsubscribed('c-1', 5000);
    truth.learn(act('OrderPlaced', 6000, order('o-1'), true), 6000);
    truth.learn(act('ConsentChanged', 4000, { consent: { granted: true } }), 6000);
    expect(truth.consent('c-1', 'tips')).toBe('no');
    truth.learn(act('ConsentChanged', 7000, { consent: { granted: true, topics: ['tips'] } }), 7000);
    expect([truth.consent('c-1', 'tips'), truth.consent('c-1', 'news')]).toEqual(['yes', 'no']);
  });
});
