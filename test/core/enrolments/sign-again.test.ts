/** The same look within a day of the kept one writes nothing, and whatever it decides is decided all the same. */
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Segment } from '../../../shared/core/language/segment.ts';
import { days, hours } from '../../../shared/core/values/duration.ts';
import { at, event, placed } from '../../support/events.ts';
import { storeWith } from '../../support/given.ts';
import { marketing, send, waitFor } from '../../support/scenarios.ts';

const noon = '2026-03-02 12:00';
const view = (when: string, product: object = {}, customer: object = {}) =>
  event('ProductViewed', when, {
    product: { id: 'p-1', name: 'Tea', category: 'tea', ...product },
    customer,
  });
const click = (when: string) => event('MailClicked', when, { click: { touchpoint: when } });
const nothing = { because: 'nothing-new', running: [], armed: [], published: [] };

/** A scenario that a view begins, and another that nothing here begins. */
const onView = (more: Partial<Scenario> = {}) =>
  marketing({
    id: 'on-view',
    trigger: { on: 'ProductViewed', oncePer: 'ever', whileRunning: 'ignore' },
    steps: [waitFor('days', { days: 2 }), send('b')],
    ...more,
  } as Partial<Scenario>);

describe('a look at a product', () => {
  test('within a day of the kept one leaves the record as it is, before it as well as after it', () => {
    const history = storeWith([]).given(view(noon));
    for (const when of ['2026-03-02 12:01', '2026-03-03 11:59', '2026-03-02 11:00', '2026-03-01 12:01']) {
      const { customer } = history.when(view(when)).then(nothing);
      expect(customer).toBe(history.customer);
    }
  });

  test('is kept from 24 hours on, whatever the civil day', () => {
    const late = storeWith([]).given(view('2026-03-02 23:50'));
    late.when(view('2026-03-03 00:10')).then(nothing);
    const { customer } = late.when(view('2026-03-03 23:50')).then({ because: 'applied' });
    expect(customer.views).toMatchObject([{ times: 2, at: at('2026-03-03 23:50') }]);
    expect(customer.lastSignAt).toEqual(at('2026-03-03 23:50'));
  });

  test('that is a day older than the kept one counts, and moves nothing back', () => {
    const { customer } = storeWith([])
      .given(view(noon))
      .when(view('2026-03-01 12:00'))
      .then({ because: 'applied' });
    expect(customer.views).toMatchObject([{ times: 2, at: at(noon) }]);
  });

  test('repeated after it was left out is left out again', () => {
    const again = view('2026-03-02 13:00');
    storeWith([]).given(view(noon)).when(again).then(nothing).when(again).then(nothing);
  });

  test('that says something new is kept: another product, another name, another address', () => {
    const history = storeWith([]).given(view(noon));
    history.when(view('2026-03-02 12:30', { id: 'p-2' })).then({ because: 'applied' });
    history.when(view('2026-03-02 12:30', { name: 'Green tea' })).then({ because: 'applied' });
    history.when(view('2026-03-02 12:30', {}, { email: 'hana@example.com' })).then({ because: 'applied' });
  });

  test('by somebody signed in says nothing new where the profile is the same', () => {
    const hana = { email: 'hana@example.com', name: 'Hana', acceptsMarketing: true };
    const history = storeWith([]).given(view(noon, {}, hana));
    expect(history.when(view('2026-03-02 13:00', {}, hana)).then(nothing).customer).toBe(history.customer);
  });
});

describe('what a look decides within a day', () => {
  test('is an entry: into a scenario that begins by a look once, however often the product was seen', () => {
    const asking = onView({
      trigger: {
        on: 'ProductViewed',
        filter: { the: 'customer.lifecycle.orders', atLeast: 1 },
        oncePer: 'ever',
        whileRunning: 'ignore',
      },
    });
    storeWith([asking])
      .given(view(noon), placed('o-1', '2026-03-02 12:10'))
      .when(view('2026-03-02 12:20'))
      .then({ because: 'entered', running: ['on-view@days until 2026-03-04 12:20'] });
  });

  test('is the end of an enrolment, its goal, and the going on of one that waits for it', () => {
    const begun = { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'ignore' } as const;
    const history = [view(noon), placed('o-1', '2026-03-02 12:10')];
    const ends = onView({ id: 'ends', trigger: begun, exitOn: ['ProductViewed'] });
    storeWith([ends])
      .given(...history)
      .when(view('2026-03-02 12:20'))
      .then({ because: 'exit-rule', ended: ['ends: exit-rule'] });
    const meant = onView({ id: 'meant', trigger: begun, goal: { on: 'ProductViewed', within: days(3) } });
    storeWith([meant])
      .given(...history)
      .when(view('2026-03-02 12:20'))
      .then({ because: 'goal-met' });
    const waits = onView({
      id: 'waits',
      trigger: begun,
      steps: [
        {
          id: 'look',
          kind: 'wait',
          event: { on: 'ProductViewed' },
          atMost: hours(4),
          then: 'days',
          else: 'send-b',
        },
        waitFor('days', { days: 2 }),
        send('b'),
      ],
    });
    storeWith([waits])
      .given(...history)
      .when(view('2026-03-02 12:20'))
      .then({ running: ['waits@days until 2026-03-04 12:20'] });
  });

  test('is counted look by look where somebody asks how often, or for the score', () => {
    const often = onView({
      trigger: {
        on: 'ProductViewed',
        filter: { the: 'customer.views.times', atLeast: 3 },
        oncePer: 'ever',
        whileRunning: 'ignore',
      },
    });
    const twice = [view(noon), view('2026-03-02 12:10')];
    storeWith([often])
      .given(...twice)
      .when(view('2026-03-02 12:20'))
      .then({ because: 'entered' });
    storeWith([{ ...often, enabled: false }])
      .given(...twice)
      .when(view('2026-03-02 12:20'))
      .then(nothing);
    const warm: Segment = { name: 'warm', means: 'Is warm.', is: { the: 'customer.score', atLeast: 5 } };
    const { customer } = storeWith([], { segments: [warm] })
      .given(...twice)
      .when(view('2026-03-02 12:20'))
      .then({ because: 'applied' });
    expect(Object.keys(customer.segments)).toEqual(['warm']);
  });

  test('is remembered where another moment might decide otherwise, so that a repeat lets nobody in', () => {
    const free = onView({
      trigger: {
        on: 'ProductViewed',
        filter: { the: 'customer.labels', isNot: 'member' },
        oncePer: 'ever',
        whileRunning: 'ignore',
      },
    });
    const member = event('CustomerRegistered', '2026-03-02 11:00');
    const refused = storeWith([free]).given(member, view(noon)).when(view('2026-03-02 12:10'));
    refused
      .then({ because: 'filter-not-met' })
      .when(view('2026-03-02 12:10'))
      .then({ because: 'duplicate-event' });
  });

  test('is over for whom the scenario has had once: the next look of the day is left out', () => {
    storeWith([onView({ steps: [{ id: 'end', kind: 'exit' }] })])
      .given(view(noon))
      .when(view('2026-03-02 12:10'))
      .then(nothing);
  });

  test('is a return after long silence: the first look is kept, and the segment left by it', () => {
    const silent: Segment = {
      name: 'silent',
      means: 'Not here for 30 days.',
      is: { the: 'customer.lastSignAt', daysAgoAtLeast: 30 },
    };
    const { customer } = storeWith([], { segments: [silent] })
      .given(view(noon), view('2026-04-02 12:00', { id: 'p-2' }))
      .when(view('2026-06-01 12:00'))
      .then({ because: 'applied' });
    expect(customer.lastSignAt).toEqual(at('2026-06-01 12:00'));
    expect(customer.segments).toEqual({});
  });
});

test('a second click of the day says no more than the first, and one of another day does', () => {
  const history = storeWith([]).given(click(noon));
  expect(history.when(click('2026-03-02 18:00')).then(nothing).customer).toBe(history.customer);
  history.when(click('2026-03-03 12:00')).then({ because: 'applied' });
});

test('what is no sign of life is kept, though it changes nothing else', () => {
  storeWith([])
    .given(event('PointsChanged', noon, { points: { balance: 1 } }))
    .when(event('PointsChanged', '2026-03-02 12:10', { points: { balance: 2 } }))
    .then({ because: 'applied' });
});
