/** What an event tells of consent, and the proof it leaves. */
import { isBefore } from './civil-time.ts';
import type { Consent, ConsentState, Customer } from './customer.ts';
import type { KeepEvidence } from './effect.ts';
import type { StoreEvent } from './event.ts';
import { eventHash } from './event-identity.ts';
import { type Topic, topics } from './topic.ts';

/** An explicit word of the storefront or of the customer, as against the tick box of an order. */
export const impliedSource = 'accepts-marketing';

export interface ConsentFacts {
  readonly customer: Customer;
  readonly evidence: readonly KeepEvidence[];
}

/** The customer with the event's word on consent. */
export function withConsent(customer: Customer, event: StoreEvent): ConsentFacts {
  if (event.name === 'ConsentChanged') return explicitChange(customer, event);
  return impliedChange(customer, event);
}

/** `acceptsMarketing: true` grants once, where nothing is known; `false` on a customer event withdraws what is granted. */
function impliedChange(customer: Customer, event: StoreEvent): ConsentFacts {
  const accepts = event.detail.customer.acceptsMarketing;
  const known = customer.consent.all;
  if (accepts === true && known === undefined) {
    return changed(customer, event, ['all'], { is: 'granted', at: event.occurredAt, source: impliedSource });
  }
  const aboutHer = event.name === 'CustomerUpdated' || event.name === 'CustomerRegistered';
  if (accepts === false && aboutHer && known?.is === 'granted' && isBefore(known.at, event.occurredAt)) {
    const granted = Object.entries(customer.consent).filter(([, state]) => state.is === 'granted');
    return changed(
      customer,
      event,
      granted.map(([topic]) => topic as keyof Consent),
      {
        is: 'denied',
        at: event.occurredAt,
        source: impliedSource,
      },
    );
  }
  return { customer, evidence: [] };
}

function explicitChange(customer: Customer, event: StoreEvent): ConsentFacts {
  const change = event.detail.consent;
  if (!change || (change.channel !== undefined && change.channel !== 'email'))
    return { customer, evidence: [] };
  const named = (change.topics ?? []).filter((topic): topic is Topic =>
    (topics as readonly string[]).includes(topic),
  );
  const everything = !change.topics?.length;
  const own = topics.filter((topic) => customer.consent[topic] !== undefined);
  const aboutWhat: (keyof Consent)[] = everything ? ['all', ...own] : named;
  return changed(customer, event, aboutWhat, {
    is: change.granted ? 'granted' : 'denied',
    at: event.occurredAt,
    source: change.source?.slice(0, 64) || 'storefront',
  });
}

/** Writes the state where it is newer than the known one: the last writer in `occurredAt` wins. */
function changed(
  customer: Customer,
  event: StoreEvent,
  about: readonly (keyof Consent)[],
  state: ConsentState,
): ConsentFacts {
  const newer = about.filter((topic) => {
    const known = customer.consent[topic];
    return known === undefined || !isBefore(state.at, known.at);
  });
  if (newer.length === 0) return { customer, evidence: [] };
  const consent = { ...customer.consent, ...Object.fromEntries(newer.map((topic) => [topic, state])) };
  const evidence: KeepEvidence = {
    do: 'evidence',
    id: eventHash(event),
    at: state.at,
    granted: state.is === 'granted',
    topics: newer,
    source: state.source,
    wording: event.detail.consent?.wording?.slice(0, 512),
  };
  return { customer: { ...customer, consent }, evidence: [evidence] };
}
