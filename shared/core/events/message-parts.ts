/** What the messages of both queues have in common. */
import * as z from 'zod/mini';

export const customerId = z.string().check(
  z.minLength(1),
  z.maxLength(128),
  z.refine((text) => text.isWellFormed()),
);
