import { expect, test } from 'vitest';
import type { Step } from '../../../shared/core/language/steps.ts';
import { days, hours } from '../../../shared/core/values/duration.ts';
import { at, event, placed, registered } from '../../support/events.ts';
import { refused, storeWith, timer } from '../../support/given.ts';
import { branch, exit, marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const pause = waitFor('pause', hours(1));
const scenario = (...steps: Step[]) => transactional({ steps });
const split: Step = {
  id: 'way',
  kind: 'split',
  ways: [
    { variant: 'short', weight: 1, then: 'send-thanks' },
    { variant: 'long', weight: 3, then: 'end' },
  ],
};

test('a split takes each customer the same way each time, by its weights', () => {
  const store = storeWith([scenario(split, send('thanks'), exit('end'))]);
  const taken = Array.from({ length: 400 }, (_, n) => {
    const order = placed('o-1', monday, { customer: { id: `c-${n}` } });
    const [first, again] = [0, 1].map(() => {
      const start = { ...store.given().customer, id: `c-${n}` };
      return store.from(start).when(order).customer.enrolments[0]?.variants?.way;
    });
    expect(again).toBe(first);
    return first;
  });
  const short = taken.filter((variant) => variant === 'short').length;
  expect(taken.every((variant) => variant === 'short' || variant === 'long')).toBe(true);
  expect(short).toBeGreaterThan(60);
  expect(short).toBeLessThan(140);
});

test('a message tells the variant its run has taken', () => {
  const ways = ['a', 'b'].map((variant) => ({
    variant,
    weight: variant === 'a' ? 1 : 0.000001,
    then: 'send-thanks',
  }));
  const sent = storeWith([scenario({ ...split, ways } as Step, send('thanks'))])
    .given(placed('o-1', monday))
    .when(timer('thanks'));
  const effect = sent.effects.find(({ do: what }) => what === 'send');
  expect(effect).toMatchObject({ touchpoint: { variant: 'way:a' } });
});

test('what a journey has learnt is written into her record', () => {
  const set: Step = {
    id: 'note',
    kind: 'set',
    attributes: { skin: 'dry' },
    addLabels: ['tried'],
    removeLabels: ['new'],
    category: { set: 'persona', is: 'careful' },
    score: 10,
  };
  const { customer } = storeWith([scenario(set, pause, send('thanks'))]).given(placed('o-1', monday));
  expect(customer.profile.attributes).toEqual({ skin: 'dry' });
  expect(customer.labels).toContain('tried');
  expect(customer.categories.persona).toEqual({ is: 'careful', at: at(monday) });
  expect(customer.score?.value).toBe(10);
});

test('an event that a journey emits is kept under an id of its own, and by whom it was decided', () => {
  const emit: Step = {
    id: 'call',
    kind: 'emit',
    event: 'HumanTask',
    detail: { reason: 'call her' },
    due: days(2),
  };
  const store = storeWith([scenario(pause, emit, send('thanks'))]);
  const waiting = store.given(placed('o-1', monday));
  const { arm, id } = waiting.running('thanks');
  const { customer } = waiting.when(timer('thanks'));
  expect(customer.pending).toHaveLength(1);
  expect(customer.pending[0]).toMatchObject({
    name: 'HumanTask',
    by: `${id}/${arm}`,
    detail: { customer: { id: 'c-1' }, reason: 'call her', dueAt: at('2026-03-04 13:30').toString() },
  });
});

test('a repeat goes back so many times and then on, and each round is another message', () => {
  const again: Step = { id: 'again', kind: 'repeat', from: 'pause', atMost: 2 };
  let state = storeWith([scenario(pause, send('thanks'), again, exit('end'))]).given(placed('o-1', monday));
  const ids: string[] = [];
  for (let round = 0; round < 8 && !state.customer.enrolments[0]?.ended; round += 1) {
    const next = state.when(timer('thanks'));
    for (const effect of next.effects) if (effect.do === 'send') ids.push(effect.touchpoint.id);
    state = next.then({});
  }
  expect(new Set(ids).size).toBe(3);
  expect(state.customer.enrolments[0]?.ended?.because).toBe('exit-step');
});

test('a refused message takes back no round of a repeat: the round is counted after the message has gone', () => {
  const again: Step = { id: 'again', kind: 'repeat', from: 'pause', atMost: 1 };
  const claimed = storeWith([scenario(pause, send('thanks'), again)])
    .given(placed('o-1', monday))
    .when(timer('thanks'))
    .then({ sent: ['thanks'], running: ['thanks@again until 2026-03-02 13:30'] });
  claimed
    .when(refused('thanks', 'throttled', '2026-03-02 13:31'))
    .then({ running: ['thanks@send-thanks until 2026-03-02 13:32 (throttled)'] });
});

test('a jump goes on at its step', () => {
  const fork = branch('fork', { the: 'customer.locale', is: 'en' }, 'send-thanks', 'jump');
  const jump: Step = { id: 'jump', kind: 'goto', to: 'end' };
  storeWith([scenario(fork, jump, send('thanks'), exit('end'))])
    .given()
    .when(placed('o-1', monday))
    .then({ ended: ['thanks: exit-step'] });
});

test('a branch may ask which messages of the run went, weeks later', () => {
  const steps = [
    send('thanks'),
    waitFor('month', days(30)),
    branch('went', { the: 'enrolment.sent', is: 'send-thanks' }, 'more', 'end'),
    send('thanks', { id: 'more' }),
    exit('end'),
  ];
  const gone = storeWith([scenario(...steps)]).given(placed('o-1', monday), timer('thanks'));
  gone.when(timer('thanks')).then({ sent: ['thanks'] });
});

test('a state that ends a run is asked after each event and again before a message', () => {
  const leaving = marketing({
    exitOn: [{ when: { the: 'customer.labels', is: 'left' } }],
    trigger: { on: 'CustomerRegistered', oncePer: 'ever' },
    steps: [pause, send('b')],
  });
  const store = storeWith([leaving]);
  const inside = store.given(registered(monday));
  const labelled = store.from({ ...inside.customer, labels: ['left'] });
  labelled.when(timer('letters')).then({ sent: [], ended: ['letters: exit-rule'] });
  labelled
    .when(event('ProductViewed', '2026-03-02 12:40', { product: { id: 'p-1' } }))
    .then({ ended: ['letters: exit-rule'] });
});
