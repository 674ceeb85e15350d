/** What is asked but once an event is asked again where the event itself has changed the answer. */
import { expect, test } from 'vitest';
import type { Segment } from '../../../shared/core/language/segment.ts';
import type { Step } from '../../../shared/core/language/steps.ts';
import { event, placed } from '../../support/events.ts';
import { storeWith } from '../../support/given.ts';
import { exit, marketing, send, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';

test('a label that an awaited event leads to moves her into its segment, and into what begins with it', () => {
  const segments: readonly Segment[] = [
    { name: 'warm', means: 'Is labelled warm.', is: { the: 'customer.labels', is: 'warm' } },
  ];
  const wait: Step = {
    id: 'answer',
    kind: 'wait',
    event: { on: 'ReviewPosted' },
    atMost: { days: 20 },
    then: 'label',
    else: 'end',
  };
  const label: Step = { id: 'label', kind: 'set', addLabels: ['warm'] };
  const asks = marketing({
    id: 'asks',
    steps: [wait, exit('end'), label, waitFor('rest', { days: 9 }), send('b')],
  });
  const onWarm = marketing({
    id: 'on-warm',
    trigger: { segment: 'warm' as never, when: 'entered', oncePer: 'ever', whileRunning: 'ignore' },
    steps: [waitFor('days', { days: 2 }), send('c')],
  });
  const review = event('ReviewPosted', '2026-03-03 12:30', { review: { productId: 'p-1', rating: 5 } });
  const { customer } = storeWith([asks, onWarm], { segments }).given(placed('o-1', monday)).when(review);
  expect(Object.keys(customer.segments)).toEqual(['warm']);
  expect(customer.enrolments.map(({ scenario, step }) => `${scenario} ${step}`)).toEqual([
    'asks rest',
    'on-warm days',
  ]);
});

test('an enrolment that an event takes over into a newer version waits as that version says', () => {
  const long = marketing({ steps: [waitFor('long', { days: 30 }), send('b')] });
  const short = marketing({
    version: 2,
    inFlight: { move: { long: 'short' } },
    steps: [waitFor('short', { days: 3 }), send('b')],
  });
  const inside = storeWith([long]).given(placed('o-1', monday)).customer;
  storeWith([long, short])
    .from(inside)
    .when(event('ProductViewed', '2026-03-03 12:30', { product: { id: 'p-1' } }))
    .then({ running: ['letters@short until 2026-03-05 12:30'] });
});
