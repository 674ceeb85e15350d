/** Ends marketing mail for whoever holds the link: her consent, the proof of it, and her address. */
import { Temporal } from 'temporal-polyfill';
import { atPresent } from '../../core/enrolments/sleep/to-the-present.ts';
import { denialBy, withdrawConsent } from '../../core/facts/consent-change.ts';
import { alarmsAgain } from '../../core/record/alarm/alarms-owed.ts';
import type { Customer } from '../../core/record/customer.ts';
import { type LinkClaims, verifyLink } from '../rendering/link-token.ts';
import { keepLastEvidence } from '../rights/end-evidence.ts';
import { addressHash } from '../saving/address-hash.ts';
import type { Engine } from '../saving/engine.ts';
import { type AfterSavePorts, performAfterSave } from '../saving/perform-after-save.ts';
import { type Saved, saveCustomer } from '../saving/save-customer.ts';
import { untilSaved } from '../saving/save-race.ts';
import { retellAddress, standAtAddress, toldAtAddress } from '../saving/stand-at-address.ts';
import { mostHops } from '../saving/where-now.ts';

/** What the unsubscribe page asks of the world. */
export type UnsubscribePorts = AfterSavePorts | 'customers' | 'addresses' | 'evidence';

/** How we know of such a denial. */
const oneClick = 'one-click';

/** Reads the link and changes nothing. Undefined for a token that is not ours or not for this. */
export async function showUnsubscribe(
  { world }: Engine<UnsubscribePorts>,
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
export async function unsubscribe(
  engine: Engine<UnsubscribePorts>,
  token: string,
): Promise<LinkClaims | undefined> {
  const claims = await showUnsubscribe(engine, token);
  if (claims) await withdrawAll(engine, claims.customer, oneClick);
  return claims;
}

/**
 * Withdraws her consent to all marketing and suppresses her address for it; `source` says how we know. When this
 * resolves it is saved, as for {@link unsubscribe}.
 */
export async function withdrawAll(
  engine: Engine<UnsubscribePorts>,
  id: string,
  source: string,
): Promise<void> {
  const withdrawn = await withdraw(engine, id, source);
  if (!withdrawn) return;
  const { customer, alarms } = withdrawn;
  await keepOut(engine, customer, source);
  // A save may name another alarm: in the place of one that was lost, say.
  await performAfterSave(engine, customer, alarms);
}

/** Her address is suppressed, and the proof kept. */
async function keepOut(
  { world }: Engine<UnsubscribePorts>,
  customer: Customer,
  source: string,
): Promise<void> {
  const denial = denialBy(customer, source);
  const at = denial?.at ?? customer.consent.all?.at ?? world.clock.now();
  if (customer.profile.email) {
    const key = addressHash(await world.keys(), customer.profile.email);
    await world.addresses.suppress(key, 'marketing', { because: 'unsubscribed', at });
  }
  if (!denial) return;
  const proofId = `${source}-${denial.at.epochMilliseconds}`;
  const proof = { customer: customer.id, id: proofId, granted: false, source, ...denial };
  await keepLastEvidence(world, proof, denial.at);
}

/** The customer as saved, all denied, wherever her record is now, with what that owes; undefined where there is none. */
async function withdraw(
  engine: Engine<UnsubscribePorts>,
  id: string,
  source: string,
  hops = 0,
): Promise<Saved | undefined> {
  const { world, book, decisions: settings } = engine;
  type Outcome = Saved | 'nobody' | { readonly goOn: string };
  const outcome = await untilSaved<Outcome>(world.clock, `unsubscribe ${id}`, async () => {
    const customer = await world.customers.load(id);
    if (!customer) return 'nobody';
    if (customer.mergedInto !== undefined && hops < mostHops) return { goOn: customer.mergedInto };
    const at = wholeMillisecond(world.clock.now());
    const around = { settings, book, at };
    const present = atPresent(customer, around);
    const denied = withdrawConsent(present, at, source);
    if (denied === present) {
      await retellAddress(world, customer, at);
      return { customer, alarms: alarmsAgain(customer, at) };
    }
    const standing = await standAtAddress(world, customer, denied, at);
    const saved = await saveCustomer(world, customer, denied, around);
    if (saved !== 'conflict') await toldAtAddress(world, saved.customer, standing, at);
    return saved;
  });
  if (outcome === 'nobody') return undefined;
  return 'goOn' in outcome ? withdraw(engine, outcome.goOn, source, hops + 1) : outcome;
}

function wholeMillisecond(instant: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(instant.epochMilliseconds);
}
