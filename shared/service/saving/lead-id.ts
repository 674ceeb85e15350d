/** The id of whoever is known by a mail address alone, who signed up or ordered as a guest: one derivation for ever. */
import { createHmac } from 'node:crypto';
import { addressKeyText } from '../../core/values/address/address-key.ts';
import type { Keys } from '../../ports/keys.ts';

interface OfStore {
  readonly keys: Pick<Keys, 'address'>;
  readonly store: string;
}

/**
 * The same for the same address and round, and nothing that leads back to it. A round is over where its id was erased, or
 * its record has moved on to another address: whoever comes then is somebody new.
 */
export function leadId({ keys, store }: OfStore, email: string, round = 0): string {
  const parts = ['lead', store, addressKeyText(email), ...(round > 0 ? [round] : [])];
  const name = JSON.stringify(parts);
  return `lead-${createHmac('sha256', keys.address).update(name).digest('base64url').slice(0, 32)}`;
}

/** True for an id of this derivation: no store calls its own customers so. */
export const isLeadId = (id: string): boolean => /^lead-[A-Za-z0-9_-]{32}$/.test(id);

/** Nobody is erased so often; beyond it something else is wrong. */
export const mostRounds = 100;

/** The id of the round after that of `id`; undefined where it is none of this address. */
export function nextLeadId(of: OfStore, email: string, id: string): string | undefined {
  for (let round = 0; round < mostRounds; round += 1) {
    if (leadId(of, email, round) === id) return leadId(of, email, round + 1);
  }
  return undefined;
}
