/** What a mail takes on average, and how large a record is: from the counts of a play. */
import type { Cause } from '../lab/causes.ts';
import type { Written } from '../lab/meter.ts';
import type { CauseTally, Counted } from './tally.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

export interface PerMail {
  /** Requests of the functions to AWS. */
  readonly requests: number;
  readonly timers: number;
  readonly writeUnits: number;
  readonly written: Readonly<Record<Written, number>>;
  readonly readUnits: number;
  readonly busEvents: number;
  /** Messages of each cause. */
  readonly pieces: Readonly<Partial<Record<Cause, number>>>;
}

export const mailsOf = ({ byCause }: CauseTally) => sum([...byCause.values()].map(({ mails }) => mails));

export function perMail(tally: CauseTally): PerMail {
  const mails = mailsOf(tally);
  const causes = [...tally.byCause];
  const each = (of: (counted: Counted) => number) => sum(causes.map(([, one]) => of(one))) / mails;
  const written = (what: Written) => each(({ writeUnits }) => writeUnits[what]);
  return {
    // The sweep asks the same whether or not a mail is sent: it is idle's.
    requests: sum(causes.map(([cause, one]) => (cause === 'sweep' ? 0 : requestsOf(one)))) / mails,
    timers: each(({ timers }) => timers),
    writeUnits: each(({ writeUnits }) => sum(Object.values(writeUnits))),
    written: {
      record: written('record'),
      index: written('index'),
      touchpoint: written('touchpoint'),
      order: written('order'),
      other: written('other'),
    },
    readUnits: each(({ readUnits }) => readUnits),
    busEvents: each(({ busIn }) => busIn),
    pieces: Object.fromEntries(causes.map(([cause, { pieces }]) => [cause, pieces / mails])),
  };
}

const requestsOf = ({ requests }: Counted) => sum(Object.values(requests));

export interface RecordSize {
  /** Half of the records written are smaller. */
  readonly bytes: number;
  /** Write units of a record's write, on average, without its index entry. */
  readonly units: number;
}

/** Of the writes of one time. */
export function recordSize(records_bytes: readonly number[]): RecordSize {
  const sorted = records_bytes.toSorted((a, b) => a - b);
  return {
    bytes: sorted[Math.floor(sorted.length / 2)] ?? 0,
    units: sum(sorted.map((bytes) => Math.ceil(bytes / 1024))) / Math.max(1, sorted.length),
  };
}

/** The last tenth of the writes: of ten years about the last. */
export const lastTenth = (records_bytes: readonly number[]) =>
  records_bytes.slice(Math.floor(records_bytes.length * 0.9));
