/** A mail service that takes so many mails in any one second and throttles the others, as strictly as SES could. */
import type { SendOutcome } from '../../../shared/core/record/mail.ts';
import type { Lane } from '../../../shared/core/values/lane.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import { chance } from '../chance.ts';

/** How long a call takes until its answer, as the bench assumes; within it the service counts the mail earlier or later. */
export const answer_ms = 120;
const countedFrom_ms = 20;
const countedUntil_ms = 100;

export class MailService {
  readonly accepted: Record<Lane, number> = { transactional: 0, marketing: 0 };
  readonly throttled: Record<Lane, number> = { transactional: 0, marketing: 0 };
  lastAccepted_ms = 0;
  readonly #clock: Clock;
  /** When the last mails were accepted, as many as the service takes in a second; the oldest stands at `#oldest`. */
  readonly #second: number[];
  #oldest = 0;
  #calls = 0;

  /** @param rate mails a second, a whole number from 1 up */
  constructor(clock: Clock, rate: number) {
    this.#clock = clock;
    this.#second = Array(rate).fill(Number.NEGATIVE_INFINITY);
  }

  /** One call: resolves with its answer. */
  async call(lane: Lane): Promise<SendOutcome> {
    this.#calls += 1;
    const until_ms = countedUntil_ms - countedFrom_ms;
    const counted_ms = Math.floor(countedFrom_ms + until_ms * chance('counted', this.#calls));
    await this.#clock.sleep(counted_ms);
    const outcome = this.#count(lane);
    await this.#clock.sleep(answer_ms - counted_ms);
    return outcome;
  }

  #count(lane: Lane): SendOutcome {
    const now_ms = this.#clock.now().epochMilliseconds;
    if ((this.#second[this.#oldest] as number) > now_ms - 1000) {
      this.throttled[lane] += 1;
      return { kind: 'not-sent', because: 'throttled' };
    }
    this.#second[this.#oldest] = now_ms;
    this.#oldest = (this.#oldest + 1) % this.#second.length;
    this.accepted[lane] += 1;
    this.lastAccepted_ms = now_ms;
    return { kind: 'accepted', messageId: `m-${this.accepted.transactional + this.accepted.marketing}` };
  }

  /** Of all calls so many were throttled, from 0 to 1. */
  get throttledShare(): number {
    const all = this.#calls;
    return all === 0 ? 0 : (this.throttled.transactional + this.throttled.marketing) / all;
  }
}
