import { expect, test } from 'vitest';
import { defineScenario } from '../../../shared/core/language/scenario.ts';
import { days } from '../../../shared/core/values/duration.ts';
import { loadTouchpoints, takeFeedback } from '../../../shared/service/feedback/feedback.ts';
import { parseSesEvent } from '../../../shared/service/feedback/ses-events.ts';
import { sesEnvelope } from '../../support/mail-service-events.ts';
import { storeWithOrder } from '../../support/store-with-order.ts';

const asking = defineScenario({
  id: 'asking',
  version: 1,
  stage: 'retention',
  kind: 'transactional',
  purpose: 'Asks once more whoever did not look.',
  trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' },
  steps: [
    { id: 'ask', kind: 'send', template: 'order-thanks/thanks' },
    {
      id: 'looked',
      kind: 'wait',
      event: { on: 'MailClicked', filter: { the: 'event.click.step', is: 'ask' } },
      atMost: days(2),
      then: 'fork',
      else: 'fork',
    },
    {
      id: 'fork',
      kind: 'branch',
      when: [{ if: { the: 'enrolment.clicked', is: 'ask' }, then: 'end' }],
      else: 'again',
    },
    { id: 'again', kind: 'send', template: 'order-thanks/thanks' },
    { id: 'end', kind: 'exit' },
  ],
});

async function storeThatAsked() {
  const store = await storeWithOrder({ scenarios: [asking] });
  await store.pass({ minutes: 1 });
  const [mail] = store.world.mailer.mails;
  if (!mail) throw new Error('nothing was sent');
  /** The feedback of one click, and all that it puts into the intake queue. */
  const click = async (parts: object = {}) => {
    const timestamp = store.world.clock.now().toString();
    const event = parseSesEvent(sesEnvelope('Email Clicked', mail, { click: { timestamp, ...parts } }));
    if (!event) throw new Error('not an event');
    await takeFeedback(store.engine, event, await loadTouchpoints(store.engine, [event]));
    return store.drain();
  };
  return { ...store, click };
}

test('a link that she pressed herself leads the run on, and its branch knows the step', async () => {
  const store = await storeThatAsked();
  await store.pass({ hours: 1 });
  expect(await store.click()).toBe(1);
  await store.pass({ minutes: 5 });
  const enrolment = (await store.world.customers.load('c-1'))?.enrolments[0];
  expect(enrolment?.ended?.because).toBe('exit-step');
  await store.pass({ days: 3 });
  expect(store.world.mailer.mails).toHaveLength(1);
});

test('a link that a scanner pressed tells the engine nothing, and she is asked again', async () => {
  const store = await storeThatAsked();
  await store.pass({ hours: 1 });
  expect(await store.click({ isBotEvent: 'Likely' })).toBe(0);
  await store.pass({ days: 3 });
  expect(store.world.mailer.mails).toHaveLength(2);
});

test('a second press of a link is no second event', async () => {
  const store = await storeThatAsked();
  await store.click();
  await store.pass({ minutes: 5 });
  expect(await store.click()).toBe(0);
});
