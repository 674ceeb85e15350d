import type { Engine } from '../saving/engine.ts';

type SendPorts =
  | 'clock'
  | 'customers'
  | 'contexts'
  | 'orderFacts'
  | 'addresses'
  | 'touchpoints'
  | 'control'
  | 'timers'
  | 'lanes'
  | 'mailer'
  | 'bus'
  | 'products'
  | 'campaigns'
  | 'pacer'
  | 'templates'
  | 'keys'
  | 'probes'
  | 'unknowns'
  | 'log'
  | 'metrics';

/** The sender's engine, and what the running invocation tells it. */
export type Sending = Engine<SendPorts> & {
  /** Where public links lead: `https://host`, without a slash at its end. */
  readonly linkBaseUrl: string;
  /** Milliseconds until the function is cut off. */
  remaining_ms(): number;
};

/** Thrown before anything was claimed when too little time is left to finish. The message comes back by itself. */
export class NotEnoughTime extends Error {
  override readonly name = 'NotEnoughTime';
  readonly code = 'NOT_ENOUGH_TIME';
}

/** A claim, one call to the mail service with its timeout, a settle and a timer fit in this. */
export const timeToSend_ms = 20_000;

/** Comes back to learn what became of a message nobody answered for. */
export const resolveDelay_s = 900;

/** SES tells of a mail within seconds, and EventBridge tries again for long: what was not told of in two hours never went. */
export const silentFor = { hours: 2 };
