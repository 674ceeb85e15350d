/** Pauses marketing before a mailbox provider shuts the sender out; transactional mail goes on. */
import type { Trip } from '../../core/record/brakes.ts';
import { judgeBreaker, judgedSince, tripped } from '../../core/record/breaker.ts';
import type { Engine } from '../saving/engine.ts';

/** Published as a metric each sweep. */
const levels = { fine: 0, warn: 1, pause: 2 } as const;

/**
 * Judges how marketing of the last 24 hours was received, and pauses it where a limit is reached; from then on only an
 * operator lets it go. Never throws: what cannot be read now is asked again with the next sweep.
 */
export async function watchReputation(
  engine: Engine<'clock' | 'control' | 'reputation' | 'log' | 'metrics'>,
): Promise<void> {
  const { world } = engine;
  try {
    world.metrics.count('BreakerLevel', levels[await levelNow(engine)]);
  } catch (error) {
    world.log.warn('the sender reputation of marketing was not read', {
      because: error instanceof Error ? error.name : 'unknown',
    });
  }
}

async function levelNow({
  world,
  settings,
}: Engine<'clock' | 'control' | 'reputation' | 'log' | 'metrics'>): Promise<keyof typeof levels> {
  const now = world.clock.now();
  const brakes = await world.control.read();
  // While marketing is paused there is nothing to judge anew.
  if (brakes.paused.marketing) return brakes.breaker ? 'pause' : 'fine';
  const reputation = await world.reputation.since(judgedSince(brakes, now));
  const judgement = judgeBreaker(reputation, settings.breaker);
  if (judgement.level === 'fine') return 'fine';
  const { because, percent } = judgement;
  if (judgement.level === 'warn') {
    world.log.warn('marketing stands badly', { about: because, percent, ...reputation });
    return 'warn';
  }
  const trip: Trip = { because, percent, sent: reputation.sent, at: now };
  const { breaker } = await world.control.change((found) => tripped(found, brakes, trip));
  if (!breaker) return 'warn';
  world.log.error('the breaker paused marketing', { about: because, percent, ...reputation });
  return 'pause';
}
