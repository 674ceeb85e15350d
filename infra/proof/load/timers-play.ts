/**
 * A crowd of marketing timers due within one minute, by workers, lane and pacer alone: of the service only what expiry and a
 * throttle come to, since a million records in memory would measure the memory.
 */
import type { LaneMessage } from '../../../shared/core/events/lane-message.ts';
import { mail_ms } from '../../../shared/core/values/send-pace.ts';
import { VirtualClock } from '../../../shared/memory/virtual-clock.ts';
import { localSettings } from '../../../shared/settings/local-settings.ts';
import { answer_ms, MailService } from '../lane-workers/mail-service.ts';
import { passTime, sideBySide } from '../lane-workers/side-by-side-clock.ts';
import { VirtualLanes } from '../lane-workers/virtual-lanes.ts';
import { startWorkers, type Worker } from '../lane-workers/workers.ts';
import { loadBeginsAt } from './service-plays.ts';
import { type Went, wentBy } from './went.ts';

/** How long a worker is busy with a message beside the call. */
const besides_ms = mail_ms - answer_ms;
/** A throttled message is tried again after so long, as by the service. */
const again_s = 60;
const dueWithin_s = 60;

export interface WentInTime extends Went {
  readonly tooLate: number;
  readonly expires_hours: number;
}

export async function playTimers(timers: number, sendRate: number): Promise<WentInTime> {
  const settings = localSettings({ sendRate, laneConcurrency: undefined });
  const expires_hours = settings.expiryHours.marketing;
  const time = new VirtualClock(loadBeginsAt);
  const clock = sideBySide(time);
  const lanes = new VirtualLanes(time);
  const mails = new MailService(clock, sendRate);
  const now_ms = () => clock.now().epochMilliseconds;
  let tooLate = 0;
  const handlerOf = (worker: Worker) => async (message: LaneMessage) => {
    await clock.sleep(besides_ms);
    const isTooLate = now_ms() - dueOf_ms(message) >= expires_hours * 3_600_000;
    if (isTooLate) {
      tooLate += 1;
      return;
    }
    await worker.pacer.take(worker.lane);
    const outcome = await mails.call(worker.lane);
    if (outcome.kind === 'accepted') return;
    worker.pacer.throttled(worker.lane);
    await lanes.enqueue(worker.lane, message, again_s);
  };
  for (let second = 0; second < dueWithin_s; second += 1) {
    const due = loadBeginsAt.add({ seconds: second });
    const message = messageDue(due.epochMilliseconds);
    const many = share(timers, second);
    time.schedule(due, () => {
      for (let nth = 0; nth < many; nth += 1) void lanes.enqueue('marketing', message, 0);
    });
  }
  const crew = startWorkers({ clock, lanes, settings, handlerOf });
  const begun = loadBeginsAt.add({ seconds: dueWithin_s });
  await passTime({ clock: time, crew, isOver: () => false }, begun);
  const isOver = () => lanes.areQuiet;
  await passTime({ clock: time, crew, isOver }, begun.add({ hours: 2 * expires_hours }));
  return { ...wentBy(mails, sendRate, loadBeginsAt.epochMilliseconds), tooLate, expires_hours };
}

/** How many of them are due in this second of the minute. */
const share = (timers: number, second: number) =>
  Math.floor((timers * (second + 1)) / dueWithin_s) - Math.floor((timers * second) / dueWithin_s);

/** A message about nobody that tells when it was due. */
const messageDue = (due_ms: number): LaneMessage => ({ kind: 'probe', id: String(due_ms) });
const dueOf_ms = (message: LaneMessage) => ('id' in message ? Number(message.id) : 0);
