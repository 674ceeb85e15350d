/** Which runs a record may have forgotten: those that left touchpoints. Asked only where a replay may let in. */
import { entryKey } from '../../core/enrolments/enter-entry.ts';
import type { StoreEvent } from '../../core/events/event.ts';
import { eventHash } from '../../core/facts/event-identity.ts';
import { runNames } from '../../core/facts/run-names.ts';
import { isMessage } from '../../core/language/steps.ts';
import { eventOfTrigger } from '../../core/language/trigger.ts';
import { touchpointId } from '../../core/values/ids.ts';
import type { Engine } from '../saving/engine.ts';

/**
 * Ids of enrolments that these events would make and that left a touchpoint already: their record was lost or put
 * back, and what she got must not go again. A step that was visited only on a later lap is not looked for.
 */
export async function enrolmentsBefore(
  { world, book, settings }: Engine<'touchpoints'>,
  customer: string,
  events: readonly StoreEvent[],
): Promise<ReadonlySet<string> | undefined> {
  const keys = events
    .filter((event) => event.replay === 'send')
    .flatMap((event) =>
      book.current
        .filter(({ trigger }) => eventOfTrigger(trigger) === event.name)
        .flatMap((scenario) => {
          const { store } = settings;
          const run = { scenario: scenario.id, key: entryKey(scenario, event) };
          const names = runNames({ store, id: customer }, run, eventHash(event));
          const sends = scenario.steps.filter(isMessage);
          return names.flatMap((enrolment) =>
            sends.map(
              ({ id }) => [customer, touchpointId({ store, customer, enrolment, step: id, lap: 0 })] as const,
            ),
          );
        }),
    );
  if (keys.length === 0) return undefined;
  const found = await world.touchpoints.loadMany(keys);
  return new Set(found.map(({ enrolment }) => enrolment));
}
