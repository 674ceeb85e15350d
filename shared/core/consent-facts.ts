/** What an event tells of consent, and the proof it leaves. The result is the same in whichever order events arrive. */
import { isBefore } from './civil-time.ts';
import type { Consent, ConsentState, Customer } from './customer.ts';
import type { KeepEvidence } from './effect.ts';
import type { StoreEvent } from './event.ts';
import { eventHash } from './event-identity.ts';
import { isDefaultTopic, type Topic, topics } from './topic.ts';

/** The tick box of an order or an account, as against an explicit word of the storefront or of the customer. */
export const impliedSource = 'accepts-marketing';
/** A tick box left empty where nothing was granted: no consent, but no withdrawal either; a later tick grants. */
const emptyBoxSource = 'not-accepted';

export interface ConsentFacts {
  readonly customer: Customer;
  readonly evidence: readonly KeepEvidence[];
}

type About = keyof Consent;

/** The customer with the event's word on consent. */
export function withConsent(customer: Customer, event: StoreEvent): ConsentFacts {
  if (event.name === 'ConsentChanged') return explicitChange(customer, event);
  const accepts = event.detail.customer.acceptsMarketing;
  if (accepts === true) return ticked(customer, event);
  const aboutHer = event.name === 'CustomerUpdated' || event.name === 'CustomerRegistered';
  return accepts === false && aboutHer ? unticked(customer, event) : { customer, evidence: [] };
}

/** `acceptsMarketing: true` grants once, where nothing is known. */
function ticked(customer: Customer, event: StoreEvent): ConsentFacts {
  const known = customer.consent.all;
  const granted: ConsentState = { is: 'granted', at: event.occurredAt, source: impliedSource };
  if (known === undefined) return written(customer, event, [['all', granted]]);
  if (known.source !== emptyBoxSource) return { customer, evidence: [] };
  if (isBefore(known.at, event.occurredAt)) return written(customer, event, [['all', granted]]);
  return written(customer, event, [['all', { ...known, source: impliedSource }]]);
}

/** `acceptsMarketing: false` on a customer event withdraws what was granted before it. */
function unticked(customer: Customer, event: StoreEvent): ConsentFacts {
  const at = event.occurredAt;
  const denied: ConsentState = { is: 'denied', at, source: impliedSource };
  const { all } = customer.consent;
  const older = (state: ConsentState) => isBefore(state.at, at);
  const withdrawn = topics.filter((topic) => {
    const state = customer.consent[topic];
    return state?.is === 'granted' && older(state);
  });
  const changes: [About, ConsentState][] = withdrawn.map((topic) => [topic, denied]);
  if (all?.is === 'granted' && older(all)) changes.unshift(['all', denied]);
  if (all === undefined || (all.source === emptyBoxSource && older(all)))
    changes.unshift(['all', { ...denied, source: emptyBoxSource }]);
  return written(customer, event, [...changes, ...heldOn(customer, event)]);
}

/** What was denied in words is still so at the moment the box was empty: a grant from before that, come late, is over. */
function heldOn(customer: Customer, event: StoreEvent): [About, ConsentState][] {
  const states = Object.entries(customer.consent) as [About, ConsentState][];
  return states
    .filter(
      ([, { is, source, at }]) =>
        is === 'denied' && source !== emptyBoxSource && isBefore(at, event.occurredAt),
    )
    .map(([topic, state]) => [topic, { ...state, at: event.occurredAt }]);
}

function explicitChange(customer: Customer, event: StoreEvent): ConsentFacts {
  const change = event.detail.consent;
  if (!change || (change.channel !== undefined && change.channel !== 'email'))
    return { customer, evidence: [] };
  const everything = !change.topics?.length || change.topics.includes('all');
  // Who wants nothing wants no series either; who wants everything has not asked for one.
  const own = topics.filter(
    (topic) => customer.consent[topic] !== undefined && (!change.granted || isDefaultTopic(topic)),
  );
  const named = topics.filter((topic) => change.topics?.includes(topic));
  const state: ConsentState = {
    is: change.granted ? 'granted' : 'denied',
    at: event.occurredAt,
    source: change.source?.slice(0, 64).toWellFormed() || 'storefront',
  };
  const about: readonly About[] = everything ? ['all', ...own] : named;
  const changes = about.flatMap((topic): [About, ConsentState][] => {
    const next =
      topic === 'all' ? nextForAll(customer.consent.all, state) : nextForTopic(customer, topic, state);
    return next ? [[topic, next]] : [];
  });
  return written(customer, event, changes);
}

/** An explicit word outranks a tick box, however late it comes; of two explicit words the last in `occurredAt` wins. */
function nextForAll(known: ConsentState | undefined, state: ConsentState): ConsentState | undefined {
  if (!known || !isBefore(state.at, known.at)) return state;
  if (known.source === impliedSource) return known.is === 'granted' ? state : undefined;
  if (known.source !== emptyBoxSource) return undefined;
  // The box was emptied after the word: a grant was withdrawn by it, a denial held on.
  return state.is === 'denied' ? { ...state, at: known.at } : { ...known, source: impliedSource };
}

function nextForTopic(customer: Customer, topic: Topic, state: ConsentState): ConsentState | undefined {
  const { [topic]: known, all } = customer.consent;
  if (known && isBefore(state.at, known.at)) return undefined;
  if (!all || !isBefore(state.at, all.at)) return state;
  if (!isDefaultTopic(topic) && all.is === 'granted') return state;
  const coveredByAll = all.is === 'denied' ? state.is === 'granted' : all.source !== impliedSource;
  return coveredByAll ? undefined : state;
}

function written(
  customer: Customer,
  event: StoreEvent,
  changes: readonly (readonly [About, ConsentState])[],
): ConsentFacts {
  const [first] = changes;
  if (!first) return { customer, evidence: [] };
  const [, state] = first;
  const evidence: KeepEvidence = {
    do: 'evidence',
    id: eventHash(event),
    at: state.at,
    granted: state.is === 'granted',
    topics: changes.map(([topic]) => topic),
    source: state.source,
    wording: event.detail.consent?.wording?.slice(0, 512).toWellFormed(),
  };
  const consent = { ...customer.consent, ...Object.fromEntries(changes) };
  return { customer: { ...customer, consent }, evidence: [evidence] };
}
