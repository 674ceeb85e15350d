/** A change of consent written into the record, and the proof of it that lies beside. */
import type { StoreEvent } from '../events/event.ts';
import type { ConsentKey, ConsentState, Customer } from '../record/customer.ts';
import type { KeepEvidence } from '../record/effect.ts';
import type { Because } from '../values/because.ts';
import { digest } from '../values/ids.ts';
import { eventHash } from './event-identity.ts';

export interface ConsentFacts {
  readonly customer: Customer;
  readonly evidence: readonly KeepEvidence[];
  /** What is told of the words, beside that the event was applied. */
  readonly remarks: readonly Because[];
}

export type KeyedState = readonly [ConsentKey, ConsentState];

export const unchanged = (customer: Customer): ConsentFacts => ({ customer, evidence: [], remarks: [] });

/** The longest wording that is its own id in the record. */
const wordingId_characters = 64;

/** What the event says, as the record keeps it, with where the proof of it lies. */
export function consentStateOf(event: StoreEvent, is: ConsentState['is'], source: string): ConsentState {
  const shown = event.detail.consent?.wording;
  const isShort = shown !== undefined && shown.length <= wordingId_characters;
  const wording = isShort ? shown.toWellFormed() : shown && digest(['wording', shown], 16);
  return { is, at: event.occurredAt, source, ...(wording ? { wording } : {}), evidence: eventHash(event) };
}

interface Said {
  /** What the proof tells: her own word, which a change of the record may only repeat or put off. */
  readonly stated: ConsentState;
  readonly changes: readonly KeyedState[];
  /** The words themselves, where they were taken for more than they name. */
  readonly said?: string | undefined;
}

/** The longest list of words that a proof repeats. */
const said_characters = 256;

export function written(
  customer: Customer,
  event: StoreEvent,
  { stated, changes, said }: Said,
): ConsentFacts {
  if (changes.length === 0) return unchanged(customer);
  const consent = { ...customer.consent, ...Object.fromEntries(changes) };
  const evidence: KeepEvidence = {
    do: 'evidence',
    id: eventHash(event),
    at: stated.at,
    granted: stated.is === 'granted',
    topics: changes.map(([key]) => key),
    source: stated.source,
    wording: event.detail.consent?.wording?.slice(0, 512).toWellFormed(),
    ...(said === undefined ? {} : { said: said.slice(0, said_characters).toWellFormed() }),
    ...(changes.some(([, { is }]) => is === 'pending') ? { pending: true as const } : {}),
    ...(Object.values(consent).every(({ is }) => is === 'denied') ? { ends: true as const } : {}),
  };
  return { customer: { ...customer, consent }, evidence: [evidence], remarks: [] };
}
