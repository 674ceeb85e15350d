/** The trust boundary of what the engine itself puts into the intake queue: ids, and data of the store. */
import * as z from 'zod/mini';
import { isStoreWideName, type StoreWideName } from '../../shared/core/events/event-names.ts';
import type { IntakeMessage } from '../../shared/core/events/intake-message.ts';

const customer = z.string().check(
  z.minLength(1),
  z.maxLength(128),
  z.refine((text) => text.isWellFormed()),
);
const command = {
  kind: z.literal('enrol'),
  scenario: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
  key: z.string().check(z.minLength(1), z.maxLength(256)),
  at: z.iso.datetime({ offset: true }),
  event: z.optional(z.record(z.string(), z.unknown())),
};

const storeWide = {
  kind: z.literal('told'),
  name: z.custom<StoreWideName>((name) => typeof name === 'string' && isStoreWideName(name)),
  at: z.iso.datetime({ offset: true }),
  detail: z.looseObject({ eventId: z.string().check(z.minLength(1), z.maxLength(256)) }),
};

const schema = z.discriminatedUnion('kind', [
  z.object({ ...command, customer }),
  z.object({ ...storeWide, customer }),
  z.object({
    kind: z.literal('many'),
    share: z.number().check(z.multipleOf(1), z.gte(0), z.lte(1023)),
    cursor: z.optional(z.string().check(z.maxLength(2048))),
    each: z.discriminatedUnion('kind', [
      z.object(command),
      z.object(storeWide),
      z.object({ kind: z.literal('look') }),
    ]),
  }),
  z.object({ kind: z.literal('look'), customer }),
  z.object({ kind: z.literal('erase'), customer, at: z.iso.datetime({ offset: true }) }),
]);

export class MalformedIntakeMessage extends Error {
  override readonly name = 'MalformedIntakeMessage';
  readonly code = 'MALFORMED_INTAKE_MESSAGE';
}

/** True for what says of itself that it is no event of the bus; `readIntakeMessage` tells whether it is right. */
export function isIntakeMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && !('detail-type' in data);
}

/** @throws {@link MalformedIntakeMessage} */
export function readIntakeMessage(data: unknown): IntakeMessage {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.map(String).join('.') || 'message');
  throw new MalformedIntakeMessage(
    `an intake message is an enrol, told, many or look message of this engine: mend ${[...new Set(fields)].join(', ')}`,
  );
}
