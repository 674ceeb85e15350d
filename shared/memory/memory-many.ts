/** Everybody, and the intake queue as the engine fills it, in memory. */
import type { IntakeMessage } from '../core/events/intake-message.ts';
import type { Everybody } from '../ports/everybody.ts';
import type { Intake } from '../ports/intake.ts';
import { memoryShardOf } from './memory-customers.ts';

/** `everybody` in memory: by id, the cursor is the last one given. */
export function memoryEverybody(records: { ids(): string[] }, pageSize = 200): Everybody {
  return {
    async page(share, cursor) {
      const after = records
        .ids()
        .filter((id) => memoryShardOf(id) === share && (cursor === undefined || id > cursor))
        .sort((a, b) => (a < b ? -1 : 1));
      const ids = after.slice(0, pageSize);
      return { ids, next: after.length > pageSize ? ids.at(-1) : undefined };
    },
  };
}

/** `intake` in memory; `take` hands out the oldest message. */
export function memoryIntake(): Intake & {
  take(): IntakeMessage | undefined;
  waiting(): readonly IntakeMessage[];
} {
  const queue: string[] = [];
  return {
    async put(messages) {
      queue.push(...messages.map((message) => JSON.stringify(message)));
    },
    take() {
      const text = queue.shift();
      return text === undefined ? undefined : JSON.parse(text);
    },
    waiting: () => queue.map((text) => JSON.parse(text)),
  };
}
