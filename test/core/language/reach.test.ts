import { expect, test } from 'vitest';
import { reachOf } from '../../../shared/core/language/reach.ts';
import type { Step } from '../../../shared/core/language/steps.ts';
import { branch, exit, marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const ahead = (steps: readonly Step[], step: string) => reachOf(marketing({ steps })).get(step);
const tips = { topic: 'tips', channel: undefined };

test('a message is ahead of the wait before it, and no more ahead of what follows it', () => {
  const steps = [waitFor('day', { days: 1 }), send('a'), waitFor('rest', { days: 30 }), exit('end')];
  expect(ahead(steps, 'day')).toEqual({ acts: false, needs: [tips] });
  expect(ahead(steps, 'send-a')).toEqual({ acts: false, needs: [tips] });
  expect(ahead(steps, 'rest')).toEqual({ acts: false, needs: [] });
});

test('each topic and channel that is asked for on any way is named once', () => {
  const steps = [
    branch('pace', { the: 'customer.lifecycle.orders', is: 1 }, 'send-a', 'send-b'),
    send('a', { topic: 'offers' }),
    send('b'),
    send('c', { channel: 'line' }),
    send('d', { topic: 'offers' }),
  ];
  expect(ahead(steps, 'pace')?.needs).toEqual(
    expect.arrayContaining([
      { topic: 'offers', channel: undefined },
      tips,
      { topic: 'tips', channel: 'line' },
    ]),
  );
  expect(ahead(steps, 'pace')?.needs).toHaveLength(3);
});

test.each<[string, Step]>([
  ['writes of her', { id: 'x', kind: 'set', addLabels: ['told'] }],
  ['tells others', { id: 'x', kind: 'emit', event: 'HumanTask' }],
  ['goes into the parcel', send('a', { id: 'x', channel: 'insert' })],
])('what %s needs no consent, however far ahead it is', (_, step) => {
  expect(
    ahead([waitFor('day', { days: 1 }), send('b'), waitFor('week', { days: 7 }), step], 'day')?.acts,
  ).toBe(true);
  expect(ahead([step, waitFor('day', { days: 1 }), send('b')], 'day')?.acts).toBe(false);
});

test('both ways on from an awaited event are ahead, and the way back of a repeat', () => {
  const wait: Step = {
    id: 'answer',
    kind: 'wait',
    event: { on: 'SurveyAnswered' },
    atMost: { days: 3 },
    then: 'told',
    else: 'end',
  };
  const told: Step = { id: 'told', kind: 'emit', event: 'HumanTask' };
  expect(ahead([wait, exit('end'), told], 'answer')?.acts).toBe(true);
  const back: Step = { id: 'back', kind: 'repeat', from: 'start', atMost: 2 };
  expect(
    ahead([waitFor('start', { days: 1 }), send('a'), waitFor('pause', { days: 1 }), back], 'pause')?.needs,
  ).toEqual([tips]);
});

test('where a date is over its own way on is ahead too', () => {
  const wait: Step = { id: 'day', kind: 'wait', date: 'customer.birthday', past: 'told' };
  const told: Step = { id: 'told', kind: 'set', addLabels: ['late'] };
  expect(ahead([wait, exit('end'), told], 'day')?.acts).toBe(true);
});

test('order mail needs no consent, and a question about clicks is asked where a timer fires', () => {
  expect(
    reachOf(transactional({ steps: [waitFor('day', { days: 1 }), send('thanks')] })).get('day')?.acts,
  ).toBe(true);
  const asksForClicks = branch('pressed', { the: 'enrolment.clicked', is: 'send-a' }, 'send-b', 'end');
  expect(ahead([waitFor('day', { days: 1 }), asksForClicks, send('b'), exit('end')], 'day')?.acts).toBe(true);
});
