/** What an event tells of consent, and the proof it leaves. The result is the same in whichever order events arrive. */
import type { StoreEvent } from '../events/event.ts';
import { wordsOn } from '../record/consent-channel.ts';
import type { ConsentState, Customer } from '../record/customer.ts';
import type { EngineSettings } from '../record/engine-settings.ts';
import { isBefore } from '../values/civil-time.ts';
import { emptyBoxSource, impliedSource } from '../values/consent-source.ts';
import type { About } from '../values/consent-words.ts';
import { topics } from '../values/topic.ts';
import { mustConfirm, reopened, untilConfirmed } from './consent-confirmation.ts';
import { type ConsentFacts, consentStateOf, type KeyedState, unchanged, written } from './consent-written.ts';
import { explicitChange } from './explicit-consent.ts';

type Settings = Pick<EngineSettings, 'market' | 'doubleOptIn'>;

/** The customer with the event's word on consent. */
export function withConsent(customer: Customer, event: StoreEvent, settings: Settings): ConsentFacts {
  if (event.name === 'ConsentChanged') return explicitChange(customer, event, settings);
  const accepts = event.detail.customer.acceptsMarketing;
  if (accepts === true) return ticked(customer, event, settings);
  const aboutHer = event.name === 'CustomerUpdated' || event.name === 'CustomerRegistered';
  return accepts === false && aboutHer ? unticked(customer, event) : unchanged(customer);
}

/** `acceptsMarketing: true` grants once, where nothing is known. */
function ticked(customer: Customer, event: StoreEvent, settings: Settings): ConsentFacts {
  const known = customer.consent.all;
  const stated = consentStateOf(event, 'granted', impliedSource);
  const granted = mustConfirm(customer, impliedSource, settings) ? untilConfirmed(known, stated) : stated;
  if (known === undefined) return written(customer, event, { stated, changes: [['all', granted]] });
  if (known.source !== emptyBoxSource) return unchanged(customer);
  if (isBefore(known.at, event.occurredAt))
    return written(customer, event, { stated, changes: [['all', granted]] });
  const held: ConsentState = { ...known, source: impliedSource };
  return written(customer, event, { stated: held, changes: [['all', held]] });
}

/** `acceptsMarketing: false` on a customer event withdraws what was granted before it. */
function unticked(customer: Customer, event: StoreEvent): ConsentFacts {
  const at = event.occurredAt;
  const denied = consentStateOf(event, 'denied', impliedSource);
  const words = wordsOn(customer.consent, 'email');
  const changes: KeyedState[] = [];
  for (const about of ['all', ...topics] as const) {
    const state = words[about];
    const isEmptyBox = state === undefined || state.source === emptyBoxSource;
    if (about === 'all' && isEmptyBox && (!state || isBefore(state.at, at)))
      changes.push(['all', { ...denied, source: emptyBoxSource }]);
    else if (state && state.is !== 'denied' && isBefore(state.at, at)) changes.push([about, denied]);
    else if (state) changes.push(...heldOn(about, state, at));
  }
  const [first] = changes;
  return first ? written(customer, event, { stated: first[1], changes }) : unchanged(customer);
}

/** What was denied in words is still so at the moment the box was empty: a grant from before that, come late, is over. */
function heldOn(about: About, state: ConsentState, at: ConsentState['at']): KeyedState[] {
  const open = reopened(state, at);
  if (open) return [[about, open]];
  const holds = state.is === 'denied' && state.source !== emptyBoxSource && isBefore(state.at, at);
  return holds ? [[about, { ...state, at }]] : [];
}
