/** The settings of a simulated store; some are drawn, and nothing may depend on them. */
import { parseSettings, type Settings } from '../../shared/settings/settings.ts';
import { exampleSettings } from '../support/store-in-memory.ts';
import type { Books } from './books.ts';
import type { Random } from './random.ts';

export function simSettings(books: Books, random: Random): Settings {
  return parseSettings({
    ...exampleSettings,
    store: 'sim',
    // People here complain more than anywhere else: the breaker would end marketing for the rest of a long run.
    breaker: {
      warn: { bounces: 100, complaints: 100 },
      pause: { bounces: 100, complaints: 100 },
      minSends: 1_000_000,
    },
    // What workers of a lane do to each other two of them do; their number would only change what each seed plays.
    laneConcurrency: { transactional: 2, marketing: 2 },
    // Every change is told, so that what a record decided to tell is seen to be told.
    segmentsTold: books.book.segments.map(({ name }) => name),
    // Nothing may depend on them: half of the stores do not hear of them.
    deliveryEvents: random.fork('deliveries').pick([false, true]),
    controlGroupPercent: random.fork('settings').pick([0, 0, 15]),
    // The faults lose what the mail service tells: its silence proves nothing there.
    resendUnknownAfter: 'never',
    sweepPages: random.fork('pages').pick([1, 2, 200]),
  });
}
