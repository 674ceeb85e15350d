/** The port of the store’s bus. */
import type { PublishedEvent } from '../core/events/published-event.ts';

/** Under this name the engine speaks; nobody else puts events under it. */
export const engineSource = 'tsunagu';

/** Puts the engine's own events on the store's bus, under source `tsunagu`. */
export interface Bus {
  /** Rejects where the bus did not take them all; putting them again is safe, readers know a repeat by its id. */
  publish(events: readonly PublishedEvent[]): Promise<void>;
}
