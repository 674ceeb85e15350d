/** Ends marketing mail for whoever holds the link: her consent, the proof of it, and her address. */
import { Temporal } from 'temporal-polyfill';
import { denialBy, withdrawConsent } from '../core/consent-change.ts';
import type { Customer } from '../core/customer.ts';
import type { World } from '../world.ts';
import { addressKey } from './address-key.ts';
import { type LinkClaims, verifyLink } from './link-token.ts';
import { saveCustomer } from './save-customer.ts';
import { untilSaved } from './save-race.ts';

/** What the unsubscribe page asks of the world. */
export type UnsubscribeWorld = Pick<
  World,
  'clock' | 'customers' | 'addresses' | 'evidence' | 'keys' | 'log' | 'metrics'
>;

/** How we know of such a denial. */
export const oneClick = 'one-click';

/** Reads the link and changes nothing. Undefined for a token that is not ours or not for this. */
export async function showUnsubscribe(
  world: UnsubscribeWorld,
  token: string,
): Promise<LinkClaims | undefined> {
  return verifyLink(await world.keys(), token, 'unsubscribe');
}

/**
 * Withdraws her consent to all marketing. When this resolves to claims it is saved; repeating it does no harm and
 * completes what an earlier try left undone. A customer nobody knows any more has nothing to withdraw.
 *
 * @throws `SaveRaceLost`, or whatever a port throws
 */
export async function unsubscribe(world: UnsubscribeWorld, token: string): Promise<LinkClaims | undefined> {
  const keys = await world.keys();
  const claims = verifyLink(keys, token, 'unsubscribe');
  if (!claims) return undefined;
  const customer = await withdraw(world, claims.customer);
  if (!customer) return claims;
  const denial = denialBy(customer, oneClick);
  const at = denial?.at ?? customer.consent.all?.at ?? world.clock.now();
  if (customer.profile.email) {
    await world.addresses.suppress(addressKey(keys, customer.profile.email), 'marketing', {
      because: 'unsubscribed',
      at,
    });
  }
  if (denial) {
    await world.evidence.put({
      customer: customer.id,
      id: `${oneClick}-${denial.at.epochMilliseconds}`,
      at: denial.at,
      granted: false,
      topics: denial.topics,
      source: oneClick,
    });
  }
  return claims;
}

/** The customer as saved, all denied; undefined where there is none. */
async function withdraw(world: UnsubscribeWorld, id: string): Promise<Customer | undefined> {
  const outcome = await untilSaved(world.clock, `unsubscribe ${id}`, async () => {
    const customer = await world.customers.load(id);
    if (!customer) return { customer: undefined };
    const at = wholeMillisecond(world.clock.now());
    const denied = withdrawConsent(customer, at, oneClick);
    if (denied === customer) return { customer };
    const saved = await saveCustomer(world, customer, denied, { at });
    return saved === 'conflict' ? saved : { customer: saved };
  });
  return outcome.customer;
}

function wholeMillisecond(instant: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(instant.epochMilliseconds);
}
