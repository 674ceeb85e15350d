/** Dead letters of every queue that lay for a fortnight, put back by the operator's command. */
import { GetScheduleCommand, ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MailView } from '../../../infra/laptop/control/mail-view.ts';
import type { FreeJson } from '../../support/free-json.ts';
import { sesEnvelope } from '../../support/mail-service-events.ts';
import { type RecoveredStore, recoveredStore } from './recovered-store.ts';

const start = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo
let store: RecoveredStore;
let sqs: SQSClient;
let scheduler: SchedulerClient;

beforeAll(async () => {
  store = await recoveredStore({ startAt: start });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const config = { endpoint: store.cloud.url, region: 'us-east-1', credentials };
  sqs = new SQSClient(config);
  scheduler = new SchedulerClient(config);
});

afterAll(async () => {
  sqs?.destroy();
  scheduler?.destroy();
  await store?.stop();
});

const orderOf = (id: string) => ({
  eventId: `evt-${id}`,
  occurredAt: start,
  customer: { id, email: `${id}@example.com`, timeZone: 'Asia/Tokyo', acceptsMarketing: true },
  order: { id: `o-${id}`, currency: 'JPY', total: 5400, items: [{ productId: 'p-1', quantity: 1 }] },
});
const envelope = (detail: object) => ({ source: 'storefront', 'detail-type': 'OrderPlaced', detail });

async function bury(queue: string, body: object): Promise<void> {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: queue }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(body) }));
}

/** SES's word about a mail that the mailbox holds. */
function said(detailType: string, mail: MailView, extra: object = {}): object {
  const tags = {
    store: 'mori',
    customer: Buffer.from(mail.customer ?? '').toString('base64url'),
    touchpoint: mail.touchpoint ?? '',
    enrolment: mail.enrolment ?? '',
    scenario: mail.scenario ?? '',
    version: '1',
    step: mail.step ?? '',
    kind: mail.kind ?? '',
  };
  const { id: messageId, to } = mail;
  return sesEnvelope(detailType, { tags, messageId, to, at: Temporal.Instant.from(mail.at) }, extra);
}

const mails = () => store.get<MailView[]>('mails');
const seen = (customer: string) =>
  store.get<{ customer: Record<string, FreeJson>; touchpoints: object[] }>(`customers/${customer}`);

/** Of every customer but those whose story the letters are to change. */
async function untouched() {
  return { mails: await mails(), hana: await seen('hana') };
}

test('letters of a fortnight ago lose nothing and repeat nothing', async () => {
  const { names, clock } = store.cloud;
  for (const id of ['hana', 'bounced']) await store.put('OrderPlaced', orderOf(id));
  await clock.advance('PT1H');
  const [first] = await mails();
  const thanks = (await mails()).find(({ customer }) => customer === 'bounced') as MailView;
  const { Schedules = [] } = await scheduler.send(
    new ListSchedulesCommand({ GroupName: names.scheduleGroup }),
  );
  const waiting = await Promise.all(
    Schedules.map(({ Name }) =>
      scheduler.send(new GetScheduleCommand({ GroupName: names.scheduleGroup, Name })),
    ),
  );
  const timers = waiting
    .map(({ Target }) => JSON.parse(Target?.Input ?? '{}'))
    .filter(({ kind }) => kind === 'timer');
  expect(timers).toHaveLength(2);

  // Known ones and one that never came in; timers' messages that also come by themselves; SES's word, old and new.
  await bury(names.deadLetters('intake'), envelope(orderOf('hana')));
  await bury(names.deadLetters('intake'), envelope(orderOf('late')));
  await bury(names.ruleDeadLetters, envelope(orderOf('late')));
  const { customer, enrolment, step } = first as MailView;
  await bury(names.deadLetters('transactional'), { kind: 'timer', customer, enrolment, step, arm: 1 });
  for (const timer of timers) {
    await bury(names.deadLetters('marketing'), timer);
    await bury(names.timerDeadLetters, timer);
  }
  await bury(names.deadLetters('feedback'), said('Email Sent', first as MailView));
  const bouncedRecipients = [{ emailAddress: 'bounced@example.com' }];
  const bounce = { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients, timestamp: start };
  await bury(names.deadLetters('feedback'), said('Email Bounced', thanks, { eventType: 'Bounce', bounce }));
  await clock.advance('P14D');
  const before = await untouched();
  expect(before.mails).toHaveLength(4);

  for (const queue of ['intake', 'transactional', 'marketing', 'feedback', 'timers', 'rules']) {
    expect(await store.json('dlq', 'redrive', queue, '--all')).toMatchObject({ code: 0 });
  }
  await clock.advance('PT1H');
  expect(await untouched()).toEqual(before);
  expect((await store.json('dlq', 'list')).total).toBe(0);
  const late = await seen('late');
  expect(late.customer.lifecycle.orders).toBe(1);
  expect([late.customer.enrolments ?? [], late.touchpoints]).toEqual([[], []]);

  await clock.advance('P60D');
  const letters = (await mails()).slice(4).map(({ to, template }) => `${to} ${template}`);
  expect(letters).toEqual([
    'hana@example.com after-purchase/using-it-well',
    'hana@example.com after-purchase/other-voices',
    'hana@example.com after-purchase/continue',
  ]);
  const skipped = (await seen('bounced')).touchpoints.filter(
    (one) => 'state' in one && one.state === 'skipped',
  );
  expect(skipped).toHaveLength(3);
  for (const one of skipped) expect(one).toMatchObject({ because: 'suppressed' });
});
