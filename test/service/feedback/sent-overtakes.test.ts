/** The mail service may report a mail before its sender has written down what became of it. */
import { expect, test } from 'vitest';
import { defineScenario } from '../../../shared/core/language/scenario.ts';
import type { World } from '../../../shared/ports/world.ts';
import { loadTouchpoints, takeFeedback } from '../../../shared/service/feedback/feedback.ts';
import { parseSesEvent } from '../../../shared/service/feedback/ses-events.ts';
import { sesEnvelope } from '../../support/mail-service-events.ts';
import { orderOf, storefront } from '../../support/storefront.ts';

/** Everybody goes the first way. */
const waysTo = <To extends string>(variant: string, then: To) =>
  [
    { variant, weight: 1_000_000, then },
    { variant: 'other', weight: 0.000001, then },
  ] as const;

const tried = defineScenario({
  id: 'tried',
  version: 3,
  stage: 'retention',
  kind: 'marketing',
  topic: 'course',
  purpose: 'Tries two ways, and then a series.',
  trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' },
  steps: [
    { id: 'hour-of-day', kind: 'split', ways: waysTo('in-the-evening', 'tone') },
    { id: 'tone', kind: 'split', ways: waysTo('warm-2', 'letters') },
    {
      id: 'letters',
      kind: 'series',
      template: 'honey-and-herbs-course/letter',
      content: 'brand',
      every: { days: 1 },
      at: '10:00',
      count: 2,
    },
  ],
});

test.each([false, true])(
  'a touchpoint settled by “sent” keeps variant and number (overtakes: %s)',
  async (overtakes) => {
    const shop = storefront([tried]);
    const { mailer } = shop.world;
    const send = mailer.send.bind(mailer);
    mailer.send = async (mail: Parameters<World['mailer']['send']>[0]) => {
      const answer = await send(mail);
      const sent = parseSesEvent(sesEnvelope('Email Sent', mailer.mails.at(-1) ?? never()));
      if (overtakes && sent)
        await takeFeedback(shop.engine, sent, await loadTouchpoints(shop.engine, [sent]));
      return answer;
    };
    await shop.tell('ConsentChanged', { consent: { granted: true, topics: ['course'] } });
    await shop.tell('OrderPlaced', orderOf('o-1'));
    await shop.pass({ days: 4 });
    const touchpoints = await shop.touchpoints('c-1');
    expect(
      touchpoints.map(({ variant, number, state, version }) => [variant, number, state, version]),
    ).toEqual([
      ['hour-of-day:in-the-evening tone:warm-2', 1, 'sent', 3],
      ['hour-of-day:in-the-evening tone:warm-2', 2, 'sent', 3],
    ]);
    expect(new Set(touchpoints.map(({ because }) => because)).size).toBe(1);
  },
);

function never(): never {
  throw new Error('no mail went');
}
