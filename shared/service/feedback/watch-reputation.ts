/** Pauses a kind of mail before a mailbox provider shuts the sender out: what anybody can cause first, order mail last. */
import type { Temporal } from 'temporal-polyfill';
import { type Brakes, isPausedAt, judgedOf, type Trip } from '../../core/record/brakes.ts';
import {
  type BreakerRule,
  type CountsByKind,
  judgeBreaker,
  judgedSince,
  tripInWords,
  tripped,
} from '../../core/record/breaker.ts';
import { type JudgedKind, judgedKinds } from '../../core/values/judged-kind.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Engine } from '../saving/engine.ts';

type Watching = Engine<'clock' | 'control' | 'reputation' | 'audit' | 'log' | 'metrics'>;

/** Published as a metric each sweep: that of the kind that stands worst. */
const levels = { fine: 0, warn: 1, pause: 2 } as const;

/**
 * Judges how the mail of the last 24 hours was received, each kind by itself, and pauses a kind where a limit is reached;
 * from then on only an operator lets it go. Never throws: what cannot be read now is asked again with the next sweep.
 */
export async function watchReputation(engine: Watching): Promise<void> {
  const { world } = engine;
  try {
    const brakes = await world.control.read();
    const received = readOnce((from) => world.reputation.since(from));
    let worst: number = levels.fine;
    for (const kind of judgedKinds)
      worst = Math.max(worst, levels[await levelOf(engine, kind, brakes, received)]);
    world.metrics.count('BreakerLevel', worst);
  } catch (error) {
    world.log.warn('the sender reputation was not read', {
      because: error instanceof Error ? error.name : 'unknown',
    });
  }
}

type Received = (from: Temporal.Instant) => Promise<CountsByKind>;

/** One read tells of all kinds, and most often all are judged from the same hour. */
function readOnce(read: Received): Received {
  const known = new Map<number, Promise<CountsByKind>>();
  return (from) => {
    const counts = known.get(from.epochMilliseconds) ?? read(from);
    known.set(from.epochMilliseconds, counts);
    return counts;
  };
}

function ruleOf({ breaker }: Pick<Settings, 'breaker'>, kind: JudgedKind): BreakerRule {
  return kind === 'marketing' ? breaker : breaker[kind];
}

async function levelOf(
  { world, settings }: Watching,
  kind: JudgedKind,
  brakes: Brakes,
  received: Received,
): Promise<keyof typeof levels> {
  const now = world.clock.now();
  // While it is paused there is nothing to judge anew.
  if (isPausedAt(brakes, kind, now)) return judgedOf(brakes, kind).breaker ? 'pause' : 'fine';
  const { [kind]: reputation } = await received(judgedSince(brakes, kind, now));
  const judgement = judgeBreaker(reputation, ruleOf(settings, kind));
  if (judgement.level === 'fine') return 'fine';
  const { because, percent } = judgement;
  const seen = { kind, about: because, percent, ...reputation };
  if (judgement.level === 'warn') {
    world.log.warn('mail stands badly', seen);
    return 'warn';
  }
  const trip: Trip = { because, percent, sent: reputation.sent, at: now };
  const after = await world.control.change((found) => tripped(found, brakes, kind, trip));
  if (!judgedOf(after, kind).breaker) return 'warn';
  world.log.error('the breaker paused mail', seen);
  const word = { by: 'the breaker', because: tripInWords(trip) };
  await world.audit.note({ at: now, action: 'pause', who: kind, ...word });
  return 'pause';
}
