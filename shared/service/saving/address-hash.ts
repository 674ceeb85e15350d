import { createHmac } from 'node:crypto';
import { addressKeyText } from '../../core/values/address/address-key.ts';
import { mailboxForm } from '../../core/values/address/mailbox-form.ts';
import { digest } from '../../core/values/ids.ts';
import type { Keys } from '../../ports/keys.ts';

/** The name an address goes by outside the customer's record: HMAC-SHA256 of its key text, base64url. */
export function addressHash(keys: Pick<Keys, 'address'>, email: string): string {
  return createHmac('sha256', keys.address).update(addressKeyText(email), 'utf8').digest('base64url');
}

/**
 * What a link says of the address that its mail went to: 16 hexadecimal digits that lead back to nothing. Undefined
 * where she has no address.
 */
export function addressMark(keys: Pick<Keys, 'address'>, email: string | undefined): string | undefined {
  return email === undefined ? undefined : digest(['address', addressHash(keys, email)], 16);
}

/** The name that all addresses of one mailbox share, for bounds alone; never the name of an address. */
export function mailboxHash(keys: Pick<Keys, 'address'>, email: string): string {
  return addressHash(keys, `mailbox ${mailboxForm(email)}`);
}
