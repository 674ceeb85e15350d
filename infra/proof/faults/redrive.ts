/** The operator on duty: looks at the dead letters twice a day and redrives them by the operator's own command. */
import { Temporal } from 'temporal-polyfill';
import type { Cloud } from '../../laptop/cloud.ts';
import { redrive } from '../../operator/dead-letters/dlq-act.ts';
import { closeClients } from '../../operator/target/clients.ts';
import { openTarget } from '../../operator/target/target.ts';
import { queueRoles } from '../../stack/names.ts';
import type { ControlClient } from '../demo/control.ts';

const checksEvery_hours = 12;
/** A message that dies again and again is no fault of the wire. */
const mostRounds = 10;

export interface Operator {
  /** Dead letters that were put back. */
  readonly redriven: number;
  /** Moves the clock and looks on the way. */
  moveTo(from: Temporal.Instant, to: Temporal.Instant): Promise<void>;
  /** Resolves when nothing is left to do and no dead letter is left, or they die again and again. */
  settle(): Promise<void>;
  stop(): void;
}

export function operatorOf(cloud: Cloud, control: ControlClient): Operator {
  const target = openTarget({ local: cloud.url, store: cloud.settings.store, stage: cloud.settings.stage });
  let redriven = 0;

  async function check(): Promise<number> {
    const { queues, deadLetters } = await control.stats();
    if (deadLetters === 0) return 0;
    let back = 0;
    for (const role of queueRoles) {
      if (!queues[cloud.names.deadLetters(role)]?.visible) continue;
      const { data } = await redrive(target, role, { all: true });
      const { messages } = data as { messages: readonly { outcome: string }[] };
      back += messages.filter(({ outcome }) => outcome === 'redriven').length;
    }
    redriven += back;
    return back;
  }

  return {
    get redriven() {
      return redriven;
    },
    async moveTo(from, to) {
      for (let now = from; Temporal.Instant.compare(now, to) < 0; ) {
        const next = now.add({ hours: checksEvery_hours });
        now = Temporal.Instant.compare(next, to) < 0 ? next : to;
        await control.moveTo(now);
        await check();
      }
    },
    async settle() {
      for (let round = 0; round < mostRounds; round += 1) {
        await control.settle();
        if ((await check()) === 0) return;
      }
    },
    stop: () => closeClients(target.clients),
  };
}
