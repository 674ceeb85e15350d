/** A flood of the open form with addresses that bounce: the breaker stops it early, and nobody else's mail. */
import { describe, expect, test } from 'vitest';
import { takeFeedbackBatch } from '../../../functions/queue/take-feedback.ts';
import { changedBrakes } from '../../../infra/operator/ops/brakes.ts';
import { reconcile } from '../../../shared/service/sweep/reconcile.ts';
import { sesEnvelope } from '../../support/mail-service-events.ts';
import { orderDetail } from '../../support/store-in-memory.ts';
import { visitor } from './visitor.ts';

type Her = ReturnType<typeof visitor>;

const bounced = {
  bounce: { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: [] },
};

/** Tells what became of the mails after the first `told`: those to `.invalid` bounce. */
async function tellFrom(her: Her, told: number): Promise<number> {
  const inbox = { bury: async () => {}, delay: async () => {} };
  const { mails } = her.world.mailer;
  const bodies = mails
    .slice(told)
    .flatMap((mail) => [
      sesEnvelope('Email Sent', mail),
      ...(mail.to.endsWith('.invalid') ? [sesEnvelope('Email Bounced', mail, bounced)] : []),
    ]);
  const records = bodies.map((body, n) => ({ messageId: `m-${n}`, body: JSON.stringify(body) }));
  await takeFeedbackBatch({ ...her.world, inbox }, her.engine, records as never);
  return mails.length;
}

/** One try a minute; the sweep runs each quarter of an hour. */
async function flood(her: Her, tries: number) {
  const answers: number[] = [];
  let told = 0;
  for (let n = 0; n < tries; n += 1) {
    answers.push((await her.post('/join', [['email', `nobody-${n}@x.invalid`]])).statusCode);
    await her.pass({ minutes: 1 });
    if (n % 15 !== 14) continue;
    told = await tellFrom(her, told);
    await reconcile(her.engine);
  }
  return answers;
}

const asked = (her: Her) => her.world.mailer.mails.filter(({ tags }) => tags.scenario === 'confirm-opt-in');
const order = (her: Her, id: string) =>
  her.put(her.event('OrderPlaced', orderDetail(id, her.world.clock.now().toString())));
function brake(her: Her, action: 'pause' | 'resume', hours?: number) {
  const since = her.world.clock.now();
  const until = hours === undefined ? undefined : since.add({ hours });
  const word = { by: 'hana', because: 'a flood', since, until };
  return her.world.control.change((brakes) =>
    changedBrakes(brakes, { action, what: 'unconfirmed', word }, []),
  );
}

test('D03: 600 sign-ups of addresses that bounce end after some thirty mails; the form is shut, order mail goes', async () => {
  const her = visitor({ signUpsPerHour: 1000 });
  const answers = await flood(her, 600);
  expect(asked(her).length).toBeGreaterThanOrEqual(30);
  expect(asked(her).length).toBeLessThan(60);
  expect(answers.filter((status) => status === 200).length).toBeLessThan(60);
  expect(her.world.records.ids().length).toBeLessThan(60);
  expect(await her.world.control.read()).toMatchObject({
    paused: { all: false, marketing: false, unconfirmed: true },
    others: { unconfirmed: { breaker: { because: 'bounces', percent: 100 } } },
  });
  await order(her, 'o-1');
  await her.pass({ hours: 1 });
  expect(her.world.mailer.mails.at(-1)?.tags).toMatchObject({ template: 'order-thanks__thanks' });
  expect(her.world.mailer.mails.at(-1)?.tags.judged).toBeUndefined();
});

describe('the operator', () => {
  test('stops the flood by one word: no record, and no mail of those who wait, also after it is let go', async () => {
    const her = visitor();
    await her.post('/join', [['email', 'waits@example.com']]);
    await brake(her, 'pause');
    expect((await her.post('/join', [['email', 'later@example.com']])).statusCode).toBe(429);
    await her.pass({ hours: 2 });
    await brake(her, 'resume');
    await her.pass({ hours: 4 });
    expect(asked(her)).toEqual([]);
    expect(her.world.records.ids()).toHaveLength(1);
    // Whoever meant it signs up again.
    expect((await her.post('/join', [['email', 'waits@example.com']])).statusCode).toBe(200);
    await her.pass({ hours: 1 });
    expect(asked(her).map(({ to, tags }) => [to, tags.judged])).toEqual([
      ['waits@example.com', 'unconfirmed'],
    ]);
  });

  test('shuts the form until a moment, and it opens by itself', async () => {
    const her = visitor();
    await brake(her, 'pause', 2);
    await her.pass({ minutes: 119 });
    expect((await her.post('/join', [['email', 'early@example.com']])).statusCode).toBe(429);
    await her.pass({ minutes: 1 });
    expect((await her.post('/join', [['email', 'hana@example.com']])).statusCode).toBe(200);
    await her.pass({ hours: 1 });
    expect(asked(her).map(({ to }) => to)).toEqual(['hana@example.com']);
  });

  test('whose pause of marketing shuts no form', async () => {
    const her = visitor();
    await her.world.control.write({ paused: { all: false, marketing: true, scenarios: [] } });
    expect((await her.post('/join', [['email', 'hana@example.com']])).statusCode).toBe(200);
    await her.pass({ hours: 1 });
    expect(asked(her)).toHaveLength(1);
  });
});
