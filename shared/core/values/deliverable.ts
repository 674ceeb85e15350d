import * as z from 'zod/mini';
import { onFirstUse } from './on-first-use.ts';

const mailAddress = onFirstUse(() => z.email());

/**
 * True for an address that a mail service takes (the dot-atom form of RFC 5321). Japanese carriers once issued
 * others (`a..b@`, `a.@`): they are kept on the customer, marked undeliverable.
 */
export function isDeliverable(email: string): boolean {
  return email.length <= 254 && mailAddress().safeParse(email).success;
}
