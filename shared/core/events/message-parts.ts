/** What the messages of both queues have in common. */
import * as z from 'zod/mini';
import { onFirstUse } from '../values/on-first-use.ts';

export const isCustomerId = (value: unknown): boolean =>
  typeof value === 'string' && value.length >= 1 && value.length <= 128 && value.isWellFormed();

/** For the intake's schemas; a sender reads without any. */
export const customerId = /* @__PURE__ */ onFirstUse(() => z.string().check(z.refine(isCustomerId)));
