/** The trust boundary of the send lanes: Scheduler and our own functions write them, nobody else should. */
import * as z from 'zod/mini';
import type { LaneMessage } from '../../shared/core/events/lane-message.ts';
import { parseJson } from './parse-json.ts';

const customer = z.string().check(
  z.minLength(1),
  z.maxLength(128),
  z.refine((text) => text.isWellFormed()),
);
/** Ids of our own making: they are written into logs, so nothing else may come in their place. */
const id = z.string().check(z.regex(/^[\w-]{1,128}$/));
const address = z.optional(z.string().check(z.regex(/^[\w-]{1,64}$/)));

const schema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('timer'),
    customer,
    enrolment: id,
    step: id,
    arm: z.number().check(z.multipleOf(1), z.gte(1)),
    address,
  }),
  z.object({ kind: z.literal('look'), customer, arm: z.number().check(z.multipleOf(1), z.gte(1)) }),
  z.object({ kind: z.literal('resolve'), customer, touchpoint: id, address }),
  z.object({ kind: z.literal('probe'), id: z.string().check(z.regex(/^[\w-]{1,64}$/)) }),
]);

export class MalformedLaneMessage extends Error {
  override readonly name = 'MalformedLaneMessage';
  readonly code = 'MALFORMED_LANE_MESSAGE';
}

/** @throws {@link MalformedLaneMessage}, `MalformedJson` */
export function readLaneMessage(body: string): LaneMessage {
  const result = schema.safeParse(parseJson(body));
  if (result.success) return result.data;
  throw new MalformedLaneMessage(
    'a lane message is a timer, a look, a resolve or a probe message of this engine',
  );
}
