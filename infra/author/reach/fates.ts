/** What became of each message that somebody should have got: the same life, lived freely and with all that is live. Plain data, since workers tell it. */
import { Temporal } from 'temporal-polyfill';
import type { RecordedTouchpoint } from '../../../shared/core/record/touchpoint.ts';
import type { Because } from '../../../shared/core/values/because.ts';
import { heldAt, type Lived } from './lived.ts';

export interface Fate {
  /** The life it is a message of, with its variation. */
  readonly life: string;
  readonly customer: string;
  readonly scenario: string;
  readonly step: string;
  readonly template: string;
  readonly kind: RecordedTouchpoint['kind'];
  /** When it would have gone with nothing in its way. */
  readonly meantAt_ms: number;
  readonly got: boolean;
  readonly gotAt_ms?: number | undefined;
  /** Of what was not got: the engine's word; nothing where it still waited at the end. */
  readonly because?: Because | undefined;
  /** Templates that went meanwhile, or scenarios that were there already. */
  readonly by: readonly string[];
}

export function fatesOf(life: string, freely: Lived, really: Lived): Fate[] {
  const known = new Map(really.touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  return freely.touchpoints
    .filter(({ state }) => state === 'sent')
    .map((meant) => ({
      life,
      customer: meant.customer,
      scenario: meant.scenario,
      step: meant.step,
      template: meant.template,
      kind: meant.kind,
      meantAt_ms: meant.at.epochMilliseconds,
      ...fateOf(meant, known.get(meant.id), really),
    }));
}

type Outcome = Pick<Fate, 'got' | 'gotAt_ms' | 'because' | 'by'>;

function fateOf(meant: RecordedTouchpoint, real: RecordedTouchpoint | undefined, really: Lived): Outcome {
  if (real?.state === 'sent') return { got: true, gotAt_ms: real.at.epochMilliseconds, by: [] };
  const hold = really.held.get(heldAt(meant.enrolment, meant.step));
  if (real) return lost(real.because, placeOf(real, hold ? between(meant, real.at, really) : [], really));
  if (!really.entered.has(meant.enrolment)) return keptOut(meant, really);
  const ended = really.ended.get(meant.enrolment);
  if (!ended) return { got: false, because: hold?.because, by: hold ? between(meant, hold.at, really) : [] };
  return lost(ended.because, hold ? between(meant, ended.at, really) : []);
}

/** What the record names, as its message; of what it names nothing, what went meanwhile. */
function placeOf({ by }: RecordedTouchpoint, meanwhile: readonly string[], really: Lived): readonly string[] {
  if (by === undefined) return meanwhile;
  const named = really.touchpoints.find(({ scenario, step }) => by === `${scenario}/${step}`);
  return [named?.template ?? by];
}

const lost = (because: Because, by: readonly string[]): Outcome => ({ got: false, because, by });

/** The last refusal before the message was meant to go. */
function keptOut(meant: RecordedTouchpoint, really: Lived): Outcome {
  const refused = really.keptOut.findLast(
    ({ scenario, at }) => scenario === meant.scenario && Temporal.Instant.compare(at, meant.at) <= 0,
  );
  return refused ? lost(refused.because, refused.by) : { got: false, by: [] };
}

/** The marketing messages of the same customer that went while it waited, each once. */
function between({ at: from, customer, id, kind }: RecordedTouchpoint, to: Temporal.Instant, really: Lived) {
  if (kind !== 'marketing') return [];
  // A cap of a week holds by what went before the message was due.
  const since = from.subtract({ hours: 24 * 7 });
  const went = really.touchpoints.filter(
    (one) =>
      one.customer === customer &&
      one.id !== id &&
      one.kind === 'marketing' &&
      one.state === 'sent' &&
      Temporal.Instant.compare(since, one.at) <= 0 &&
      Temporal.Instant.compare(one.at, to) <= 0,
  );
  return [...new Set(went.map(({ template }) => template))];
}
