import { type Json, Refusal } from '../http/message.ts';
import { optionalText, optionalWhole } from '../http/read-fields.ts';

/** One page of a list by `Limit` (1 to 100) and `NextToken`. */
export function pageOf<Item>(
  items: readonly Item[],
  input: Json,
): { readonly page: readonly Item[]; readonly NextToken: string | undefined } {
  const limit = optionalWhole(input, 'Limit') ?? 100;
  const start = Number(optionalText(input, 'NextToken') ?? 0);
  if (limit < 1 || limit > 100) {
    throw new Refusal('ValidationException', "Value at 'limit' must be between 1 and 100.");
  }
  if (!Number.isInteger(start) || start < 0) {
    throw new Refusal('ValidationException', 'NextToken is not valid.');
  }
  const end = start + limit;
  return { page: items.slice(start, end), NextToken: end < items.length ? String(end) : undefined };
}
