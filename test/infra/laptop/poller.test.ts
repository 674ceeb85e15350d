import type { SQSEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import type { FunctionPool } from '../../../infra/laptop/functions/function-pool.ts';
import { Invocations } from '../../../infra/laptop/functions/invocations.ts';
import { Poller } from '../../../infra/laptop/functions/poller.ts';
import { WaitingRoom } from '../../../infra/laptop/functions/waiting-room.ts';
import { workOf } from '../../../infra/laptop/functions/work.ts';
import type { Outcome } from '../../../infra/laptop/functions/worker-protocol.ts';
import { Queue } from '../../../infra/laptop/queues/queue.ts';
import { Agenda } from '../../../infra/laptop/time/agenda.ts';
import { CloudClock } from '../../../infra/laptop/time/clock.ts';

const hour_ms = 3_600_000;

/** One invocation: when it was told it is, whose messages it got, and how to end it. */
interface Run {
  readonly now_ms: number;
  readonly who: string[];
  readonly end: (outcome?: Outcome) => Promise<void>;
}

function stand() {
  const agenda = new Agenda(() => undefined);
  const clock = new CloudClock();
  clock.hold(0);
  const shared = { invocations: new Invocations(), waitingRoom: new WaitingRoom(), clock, agenda };

  function source(name: 'intake' | 'marketing' | 'feedback', processes: number, window_s = 0) {
    const queue = new Queue(name, { visibility_s: 60, delay_s: 0 }, agenda);
    const runs: Run[] = [];
    const pool = {
      free: processes,
      invoke(event: SQSEvent, now_ms: number) {
        pool.free -= 1;
        return new Promise<Outcome>((resolve) => {
          const who = event.Records.map(({ body }) => JSON.parse(body).customer as string);
          const end = async (outcome: Outcome = { ok: true, value: null }) => {
            pool.free += 1;
            resolve(outcome);
            await new Promise((done) => setImmediate(done));
          };
          runs.push({ now_ms, who, end });
        });
      },
    };
    const limits = { batchSize: 10, window_s, concurrency: undefined, visibility_s: 60, maxReceives: 5 };
    const poller = new Poller({
      ...shared,
      source: { queue: name, function: 'sender', ...limits },
      queue,
      pool: pool as unknown as FunctionPool,
      ended: () => undefined,
    });
    const send = (customer: string, at_ms: number, more: object = {}) =>
      queue.send({ body: JSON.stringify({ customer, ...more }) }, at_ms);
    return { poller, runs, queue, send };
  }
  return { ...shared, source };
}

test('what waits in another queue from an earlier moment goes first, even when its function is at work', async () => {
  const cloud = stand();
  const [intake, lane] = [cloud.source('intake', 1), cloud.source('marketing', 2)];
  intake.send('another', 0);
  intake.poller.pump();
  intake.send('hana', 100);
  lane.send('hana', 200);
  lane.send('yuki', 300);
  lane.poller.pump();
  expect(lane.runs.map(({ who }) => who)).toEqual([['yuki']]);
  await intake.runs[0]?.end();
  intake.poller.pump();
  await intake.runs[1]?.end();
  lane.poller.pump();
  expect(lane.runs.map(({ who, now_ms }) => [now_ms, ...who])).toEqual([
    [300, 'yuki'],
    [200, 'hana'],
  ]);
});

test('two batches side by side never hold messages of the same customer', async () => {
  const lane = stand().source('marketing', 2);
  for (const customer of ['a', 'b', 'a', 'b']) lane.send(customer, 0);
  lane.poller.pump();
  expect(lane.runs.map(({ who }) => who)).toEqual([['a', 'b']]);
  await lane.runs[0]?.end();
  lane.poller.pump();
  expect(lane.runs.slice(1).map(({ who }) => who)).toEqual([['a'], ['b']]);
});

test('messages due together are shared out among the free processes, those of another moment go apart', () => {
  const lane = stand().source('marketing', 3);
  for (const customer of ['a', 'b', 'c', 'd']) lane.send(customer, 0);
  lane.send('late', 1);
  lane.poller.pump();
  expect(lane.runs.map(({ who }) => who)).toEqual([['a', 'b'], ['c'], ['d']]);
  expect(lane.poller.wantsProcess()).toBe(true);
});

test('an answer that names failures brings those back, and one that cannot be understood brings all back', async () => {
  const { agenda, source } = stand();
  const lane = source('marketing', 1);
  const sent = ['a', 'b'].map((customer) => lane.send(customer, 0));
  lane.poller.pump();
  await lane.runs[0]?.end({
    ok: true,
    value: { batchItemFailures: [{ itemIdentifier: sent[1]?.id }] },
  });
  agenda.fireUntil(60_000);
  expect([...lane.queue.visible]).toEqual([sent[1]]);
  lane.poller.pump();
  await lane.runs[1]?.end({ ok: true, value: { batchItemFailures: [{ itemIdentifier: '' }] } });
  agenda.fireUntil(2 * 60_000);
  expect(lane.queue.visible.size).toBe(1);
});

const wentWell = { 'detail-type': 'Email Delivered' };

test('a batch window fills up until it is over, or until somebody asks what became of a mail in it', () => {
  const cloud = stand();
  const [feedback, lane] = [cloud.source('feedback', 1, 30), cloud.source('marketing', 1)];
  const work = workOf([lane.poller, feedback.poller], cloud.invocations);
  feedback.send('hana', 0, wentWell);
  cloud.agenda.fireUntil(30_000);
  feedback.send('yuki', hour_ms, wentWell);
  work.pump();
  expect(feedback.runs).toEqual([]);
  lane.send('hana', 2 * hour_ms, { kind: 'resolve' });
  work.pump();
  expect(lane.runs).toEqual([]);
  expect(feedback.runs.map(({ who }) => who)).toEqual([['hana', 'yuki']]);
});

test('trouble waits no longer than its window, and takes along what waits', () => {
  const cloud = stand();
  const feedback = cloud.source('feedback', 1, 30);
  feedback.send('hana', 0, wentWell);
  feedback.send('yuki', 20_000, { 'detail-type': 'Email Bounced' });
  feedback.poller.pump();
  expect(feedback.runs).toEqual([]);
  cloud.agenda.fireUntil(30_000);
  feedback.poller.pump();
  expect(feedback.runs.map(({ who }) => who)).toEqual([['hana', 'yuki']]);
});

test('what a window put off is handed over before all counts as quiet', () => {
  const cloud = stand();
  const feedback = cloud.source('feedback', 1, 30);
  const work = workOf([feedback.poller], cloud.invocations);
  feedback.send('hana', 0, wentWell);
  expect(work.isQuiet()).toBe(true);
  cloud.clock.hold(30_000);
  cloud.agenda.fireUntil(30_000);
  expect(work.isQuiet()).toBe(false);
  expect(feedback.runs).toMatchObject([{ now_ms: 30_000, who: ['hana'] }]);
});

test('the clock goes ahead of work of other customers by three days, and of unknown ones not at all', () => {
  const cloud = stand();
  const lane = cloud.source('marketing', 2);
  const work = workOf([lane.poller], cloud.invocations);
  lane.send('hana', 0);
  work.pump();
  expect([work.mayGoTo(72 * hour_ms), work.mayGoTo(72 * hour_ms + 1)]).toEqual([true, false]);
  lane.queue.send({ body: '{}' }, 0);
  work.pump();
  expect(work.mayGoTo(1)).toBe(false);
});
