import { createHmac } from 'node:crypto';
import type { Keys } from '../world.ts';

/** The name an address goes by outside the customer's record: HMAC-SHA256 of it trimmed and lowercased, base64url. */
export function addressKey(keys: Pick<Keys, 'address'>, email: string): string {
  return createHmac('sha256', keys.address).update(email.trim().toLowerCase(), 'utf8').digest('base64url');
}
