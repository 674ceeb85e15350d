/** Mail that anybody can cause by typing an address has a small share of the lane: beyond it, it waits outside the worker. */
import type { Sending } from './send-ports.ts';

/** Thrown before anything was rendered or claimed. The message is put back, and decided anew when it comes. */
export class ConfirmShareSpent extends Error {
  override readonly name = 'ConfirmShareSpent';
  readonly code = 'CONFIRM_SHARE_SPENT';
  /** Seconds until there may be a turn. */
  readonly after_s: number;

  constructor(after_s: number) {
    super('The share of mail that asks to confirm is spent for the moment; the message comes back.');
    this.after_s = after_s;
  }
}

/** @throws `ConfirmShareSpent` */
export function takeConfirmTurn({ world }: Pick<Sending, 'world'>): void {
  const after_s = world.pacer.takeConfirm();
  if (after_s === 0) return;
  world.metrics.count('ConfirmPutBack');
  throw new ConfirmShareSpent(after_s);
}
