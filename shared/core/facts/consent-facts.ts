/** What an event tells of consent, and the proof it leaves. The result is the same in whichever order events arrive. */
import type { StoreEvent } from '../events/event.ts';
import {
  type About,
  type ConsentStates,
  consentChannel,
  consentKey,
  wordsOn,
} from '../record/consent-channel.ts';
import type { ConsentChannel, ConsentState, Customer } from '../record/customer.ts';
import type { KeepEvidence } from '../record/effect.ts';
import type { EngineSettings } from '../record/engine-settings.ts';
import { isBefore } from '../values/civil-time.ts';
import { emptyBoxSource, impliedSource, isProven } from '../values/consent-source.ts';
import { digest } from '../values/ids.ts';
import { isDefaultTopic, type Topic, topics } from '../values/topic.ts';
import { mustConfirm, reopened, untilConfirmed } from './consent-confirmation.ts';
import { eventHash } from './event-identity.ts';
import { importGivesWay, standsAgainstImport } from './imported-consent.ts';

export interface ConsentFacts {
  readonly customer: Customer;
  readonly evidence: readonly KeepEvidence[];
}

type Settings = Pick<EngineSettings, 'market' | 'doubleOptIn'>;
type Change = readonly [About, ConsentState];

/** The customer with the event's word on consent. */
export function withConsent(customer: Customer, event: StoreEvent, settings: Settings): ConsentFacts {
  if (event.name === 'ConsentChanged') return explicitChange(customer, event, settings);
  const accepts = event.detail.customer.acceptsMarketing;
  if (accepts === true) return ticked(customer, event, settings);
  const aboutHer = event.name === 'CustomerUpdated' || event.name === 'CustomerRegistered';
  return accepts === false && aboutHer ? unticked(customer, event) : { customer, evidence: [] };
}

/** `acceptsMarketing: true` grants once, where nothing is known. */
function ticked(customer: Customer, event: StoreEvent, settings: Settings): ConsentFacts {
  const known = customer.consent.all;
  const stated = consentStateOf(event, 'granted', impliedSource);
  const granted = mustConfirm(customer, impliedSource, settings) ? untilConfirmed(known, stated) : stated;
  if (known === undefined) return written(customer, event, { stated, changes: [['all', granted]] });
  if (known.source !== emptyBoxSource) return { customer, evidence: [] };
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
  const changes: Change[] = [];
  for (const about of ['all', ...topics] as const) {
    const state = words[about];
    const isEmptyBox = state === undefined || state.source === emptyBoxSource;
    if (about === 'all' && isEmptyBox && (!state || isBefore(state.at, at)))
      changes.push(['all', { ...denied, source: emptyBoxSource }]);
    else if (state && state.is !== 'denied' && isBefore(state.at, at)) changes.push([about, denied]);
    else if (state) changes.push(...heldOn(about, state, at));
  }
  const [first] = changes;
  return first ? written(customer, event, { stated: first[1], changes }) : { customer, evidence: [] };
}

/** What was denied in words is still so at the moment the box was empty: a grant from before that, come late, is over. */
function heldOn(about: About, state: ConsentState, at: ConsentState['at']): Change[] {
  const open = reopened(state, at);
  if (open) return [[about, open]];
  const holds = state.is === 'denied' && state.source !== emptyBoxSource && isBefore(state.at, at);
  return holds ? [[about, { ...state, at }]] : [];
}

function explicitChange(customer: Customer, event: StoreEvent, settings: Settings): ConsentFacts {
  const change = event.detail.consent;
  const channel = consentChannel(change?.channel);
  if (!change || channel === undefined) return { customer, evidence: [] };
  const words = wordsOn(customer.consent, channel);
  const everything = !change.topics?.length || change.topics.includes('all');
  const named = topics.filter((topic) => change.topics?.includes(topic));
  // Who wants nothing wants no series either; who wants everything has not asked for one.
  const own = topics.filter(
    (topic) => words[topic] !== undefined && (!change.granted || isDefaultTopic(topic)),
  );
  const source = change.source?.slice(0, 64).toWellFormed() || 'storefront';
  const stated = consentStateOf(event, change.granted ? 'granted' : 'denied', source);
  const isInDoubt = change.mustConfirm || mustConfirm(customer, source, settings);
  const byMail = stated.is === 'granted' && channel === 'email';
  // What waits for her confirmation goes on waiting, unless the new word is such a confirmation itself.
  const asks = (known: ConsentState | undefined) =>
    byMail && (isInDoubt || (known?.is === 'pending' && !isProven(source)));
  const about: readonly About[] = everything ? ['all', ...new Set([...own, ...named])] : named;
  const changes = about.flatMap((one): Change[] => {
    const next = one === 'all' ? nextForAll(words.all, stated) : nextForTopic(words, one, stated);
    if (!next) return [];
    const known = words[one] ?? (one !== 'all' && isDefaultTopic(one) ? words.all : undefined);
    if (next.is !== 'granted' || !asks(known)) return [[one, next]];
    return [[one, untilConfirmed(change.confirmAnew ? undefined : known, next)]];
  });
  return written(customer, event, { stated, changes, channel });
}

/** An explicit word outranks a tick box, however late it comes; of two explicit words the last in `occurredAt` wins. */
function nextForAll(known: ConsentState | undefined, stated: ConsentState): ConsentState | undefined {
  if (standsAgainstImport(known, stated)) return undefined;
  if (!known || importGivesWay(known, stated) || !isBefore(stated.at, known.at)) return stated;
  if (known.source === impliedSource) return known.is === 'denied' ? undefined : stated;
  if (known.source !== emptyBoxSource) return stated.is === 'denied' ? reopened(known, stated.at) : undefined;
  // The box was emptied after the word: a grant was withdrawn by it, a denial held on.
  return stated.is === 'denied' ? { ...stated, at: known.at } : { ...known, source: impliedSource };
}

function nextForTopic(words: ConsentStates, topic: Topic, stated: ConsentState): ConsentState | undefined {
  const { [topic]: known, all } = words;
  const denies = stated.is === 'denied';
  if (standsAgainstImport(known ?? (all?.is === 'denied' ? all : undefined), stated)) return undefined;
  if (importGivesWay(known ?? all, stated)) return stated;
  if (known && isBefore(stated.at, known.at)) return denies ? reopened(known, stated.at) : undefined;
  if (!all || !isBefore(stated.at, all.at)) return stated;
  if (!isDefaultTopic(topic) && all.is !== 'denied') return stated;
  if (denies && reopened(all, stated.at)) return reopened(all, stated.at);
  const coveredByAll = all.is === 'denied' ? !denies : all.source !== impliedSource;
  return coveredByAll ? undefined : stated;
}

/** The longest wording that is its own id in the record. */
const wordingId_characters = 64;

/** What the event says, as the record keeps it, with where the proof of it lies. */
function consentStateOf(event: StoreEvent, is: ConsentState['is'], source: string): ConsentState {
  const shown = event.detail.consent?.wording;
  const isShort = shown !== undefined && shown.length <= wordingId_characters;
  const wording = isShort ? shown.toWellFormed() : shown && digest(['wording', shown], 16);
  return { is, at: event.occurredAt, source, ...(wording ? { wording } : {}), evidence: eventHash(event) };
}

interface Said {
  /** What the proof tells: her own word, which a change of the record may only repeat or put off. */
  readonly stated: ConsentState;
  readonly changes: readonly Change[];
  readonly channel?: 'email' | ConsentChannel;
}

function written(
  customer: Customer,
  event: StoreEvent,
  { stated, changes, channel = 'email' }: Said,
): ConsentFacts {
  if (changes.length === 0) return { customer, evidence: [] };
  const named = changes.map(([about, state]) => [consentKey(channel, about), state] as const);
  const consent = { ...customer.consent, ...Object.fromEntries(named) };
  const evidence: KeepEvidence = {
    do: 'evidence',
    id: eventHash(event),
    at: stated.at,
    granted: stated.is === 'granted',
    topics: named.map(([key]) => key),
    source: stated.source,
    wording: event.detail.consent?.wording?.slice(0, 512).toWellFormed(),
    ...(named.some(([, { is }]) => is === 'pending') ? { pending: true as const } : {}),
    ...(Object.values(consent).every(({ is }) => is === 'denied') ? { ends: true as const } : {}),
  };
  return { customer: { ...customer, consent }, evidence: [evidence] };
}
