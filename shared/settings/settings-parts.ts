/** What several settings are made of. */
import * as z from 'zod/mini';

export const wholeNumber = (min: number, max: number) =>
  z.number().check(z.multipleOf(1), z.gte(min), z.lte(max));

/** Two labels at least. @param orElse what is said of anything else */
export const isHostName = (orElse: string) => z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, orElse);
