/** The faults there are, how likely each may be, and who deals them: each kind draws from a source of its own. */
import type { Random } from './random.ts';

interface FaultKind {
  readonly where: string;
  readonly what: string;
  /** The likeliest it may be drawn, for each chance it has. */
  readonly most: number;
}

export const faultKinds = {
  'event-twice': { where: 'bus', what: 'an event is delivered twice', most: 0.2 },
  'event-late': { where: 'bus', what: 'an event comes hours or days late', most: 0.05 },
  'event-out-of-order': { where: 'bus', what: 'an event is overtaken by later ones', most: 0.3 },
  'event-lost-once': { where: 'bus', what: 'an event is lost, and put again by the storefront', most: 0.05 },
  'archive-replay': { where: 'bus', what: 'a past month is replayed from the archive', most: 0.5 },
  'message-twice': { where: 'queues', what: 'a message is delivered twice', most: 0.1 },
  'message-twice-at-once': {
    where: 'queues',
    what: 'a message is delivered again while the first still runs',
    most: 0.1,
  },
  'timer-late': { where: 'Scheduler', what: 'a timer fires up to six hours late', most: 0.1 },
  'timer-early': { where: 'Scheduler', what: 'a timer fires up to a minute early', most: 0.1 },
  'timer-twice': { where: 'Scheduler', what: 'a timer fires twice', most: 0.1 },
  'timer-never': { where: 'Scheduler', what: 'a timer never fires', most: 0.1 },
  'timer-refused': { where: 'Scheduler', what: 'it takes no more timers at the moment', most: 0.1 },
  'scheduler-down': { where: 'Scheduler', what: 'it is down for an hour', most: 0.1 },
  'save-conflict': { where: 'table', what: 'another writer was there first', most: 0.1 },
  throttled: { where: 'table', what: 'a call is throttled', most: 0.02 },
  'timeout-done': { where: 'any call', what: 'no answer, though it was done', most: 0.01 },
  'timeout-not-done': { where: 'any call', what: 'no answer, and it was not done', most: 0.01 },
  'table-throttling': { where: 'table', what: 'nearly all is throttled for ten minutes', most: 0.2 },
  'one-table-throttled': {
    where: 'table',
    what: 'one of the two tables throttles nearly all for half an hour',
    most: 0.2,
  },
  'lane-full': { where: 'queues', what: 'a campaign fills the marketing lane for hours', most: 0.1 },
  'crash-before': { where: 'any call', what: 'the function dies just before', most: 0.01 },
  'crash-after': { where: 'any call', what: 'the function dies just after', most: 0.01 },
  stall: { where: 'any call', what: 'the function freezes, and goes on long after its time', most: 0.003 },
  'clock-skew': { where: 'functions', what: 'clocks go up to 20 s wrong', most: 1 },
  'ses-throttled': { where: 'SES', what: 'the send rate is exceeded', most: 0.05 },
  'ses-daily-quota': { where: 'SES', what: 'the daily quota is used up for hours', most: 0.05 },
  'ses-rejected': { where: 'SES', what: 'the message is rejected', most: 0.02 },
  'ses-5xx': { where: 'SES', what: 'a server error, nothing accepted', most: 0.03 },
  'ses-5xx-after-accept': { where: 'SES', what: 'a server error, though accepted', most: 0.03 },
  'ses-accepted-then-timeout': { where: 'SES', what: 'accepted, and no answer', most: 0.03 },
  'sent-event-missing': { where: 'SES', what: '"Email Sent" never comes', most: 0.1 },
  'sent-event-early': { where: 'SES', what: '"Email Sent" comes before the answer', most: 0.1 },
  'sent-event-twice': { where: 'SES', what: '"Email Sent" comes twice', most: 0.1 },
  'operator-pause': { where: 'operators', what: 'marketing or all is paused for hours', most: 0.1 },
  'deploy-and-rollback': {
    where: 'operators',
    what: 'newer code reaches some functions first, and is rolled back for hours',
    most: 0.1,
  },
} as const satisfies Record<string, FaultKind>;

export type Fault = keyof typeof faultKinds;
export const allFaults = Object.keys(faultKinds) as Fault[];

/** Deals faults by the probabilities drawn for this seed, and counts them. */
export class Dealer {
  readonly probabilities: ReadonlyMap<Fault, number>;
  readonly dealt = new Map<Fault, number>();
  readonly #sources = new Map<Fault, Random>();
  #over = false;

  constructor(random: Random, wanted: readonly Fault[]) {
    const probabilities = new Map<Fault, number>();
    for (const fault of allFaults) {
      const source = random.fork(`fault ${fault}`);
      // Often rare, sometimes as frequent as may be: the shapes of trouble differ.
      const drawn = faultKinds[fault].most * source.fraction() ** 2;
      this.#sources.set(fault, source);
      if (wanted.includes(fault)) probabilities.set(fault, drawn);
    }
    this.probabilities = probabilities;
  }

  /** Whether the fault strikes here. */
  strikes(fault: Fault): boolean {
    const probability = this.#over ? 0 : (this.probabilities.get(fault) ?? 0);
    if (probability === 0 || !this.source(fault).chance(probability)) return false;
    this.dealt.set(fault, (this.dealt.get(fault) ?? 0) + 1);
    return true;
  }

  /** For what else a fault must draw: how late, how long. */
  source(fault: Fault): Random {
    return this.#sources.get(fault) as Random;
  }

  /** From now on all goes well. */
  end(): void {
    this.#over = true;
  }
}
