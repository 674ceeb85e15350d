/** The time of the deployment: this machine's for AWS; for the embedded cloud its own, which may be stepped. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../shared/ports/clock.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';

export interface CliClock {
  now(): Promise<Temporal.Instant>;
  /** Lets time pass. The embedded cloud's clock is stepped, so that nobody waits. */
  wait(delay_s: number): Promise<void>;
}

export const machineClock: CliClock = {
  now: async () => Temporal.Now.instant(),
  wait: (delay_s) => sleep(delay_s * 1000),
};

/** @param url of the embedded cloud, without a slash at its end */
export function localClock(url: string): CliClock {
  async function ask(init?: RequestInit): Promise<Temporal.Instant> {
    const response = await fetch(`${url}/_local/clock`, init).catch(() => undefined);
    if (!response?.ok) {
      throw new OperatorRefusal(
        `No embedded cloud answers at ${url}: start it by "npm start", or give its address after --local.`,
      );
    }
    const { now } = (await response.json()) as { now: string };
    return Temporal.Instant.from(now);
  }
  return {
    now: () => ask(),
    async wait(delay_s) {
      await ask({ method: 'POST', body: JSON.stringify({ advance: `PT${Math.ceil(delay_s)}S` }) });
    },
  };
}

/** The deployment's time as a port: it stands still until it is asked for again. */
export interface AskedClock extends Clock {
  ask(): Promise<void>;
}

export async function askedClock(clock: CliClock): Promise<AskedClock> {
  let present = await clock.now();
  return {
    now: () => present,
    sleep: (delay_ms) => clock.wait(delay_ms / 1000),
    async ask() {
      present = await clock.now();
    },
  };
}
