/**
 * Order mail of unknown outcome is tried once more by itself, where it is old enough and provably never went. The claim is given
 * back by the sender, so that whether it still may go is decided by the try itself, as always.
 */
import type { CountsByKind } from '../../core/record/breaker.ts';
import { latest } from '../../core/values/civil-time.ts';
import { doubtOf } from '../feedback/unknown-mail.ts';
import type { Engine } from '../saving/engine.ts';

export type ResendPorts = 'clock' | 'unknowns' | 'feedbackQueues' | 'reputation' | 'lanes' | 'log';

/** So many at each sweep: what a long silence left goes within hours, and not at one moment. */
const page = 25;

/** Returns how many were asked for. Each is taken before it is asked for: at most once, whatever happens. */
export async function resendUnknownMail({ world, settings }: Engine<ResendPorts>): Promise<number> {
  const hours = settings.resendUnknownAfter;
  if (hours === 'never') return 0;
  const now = world.clock.now();
  const mails = await world.unknowns.until(now.subtract({ hours }), page);
  const newest = mails.map(({ at }) => at).reduce(latest, undefined);
  if (newest === undefined) return 0;
  const [queues, counts] = await Promise.all([
    world.feedbackQueues.counts(),
    // The hours after that of the newest: what is told of mails of later is so of all of them.
    world.reputation.since(newest.add({ hours: 1 })),
  ]);
  const doubt = doubtOf({ at: newest, reported: false }, { ...queues, reported: sentIn(counts) }, now);
  if (doubt !== undefined) {
    world.log.warn('order mail of unknown outcome waits', { mails: mails.length, because: doubt });
    return 0;
  }
  let asked = 0;
  for (const mail of mails) {
    if (!(await world.unknowns.take(mail))) continue;
    try {
      const { customer, touchpoint } = mail;
      await world.lanes.enqueue(
        'transactional',
        { kind: 'resolve', customer, touchpoint, neverWent: true },
        0,
      );
      asked += 1;
    } catch (error) {
      await world.unknowns.note(mail);
      throw error;
    }
  }
  if (asked > 0) world.log.warn('order mail of unknown outcome is tried once more', { mails: asked });
  return asked;
}

const sentIn = (counts: CountsByKind): number =>
  Object.values(counts).reduce((sum, { sent }) => sum + sent, 0);
