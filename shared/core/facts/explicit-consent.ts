/** An explicit word on consent: her own or the storefront's, as against a tick box. */
import type { StoreEvent } from '../events/event.ts';
import { type ConsentStates, consentKey, wordsOn } from '../record/consent-channel.ts';
import type { ConsentState, Customer } from '../record/customer.ts';
import type { EngineSettings } from '../record/engine-settings.ts';
import type { Because } from '../values/because.ts';
import { isBefore } from '../values/civil-time.ts';
import { emptyBoxSource, impliedSource, isProven } from '../values/consent-source.ts';
import {
  type About,
  type ConsentChannel,
  type ConsentMeant,
  consentMeant,
  foreignChannels,
} from '../values/consent-words.ts';
import { isDefaultTopic, type Topic, topics } from '../values/topic.ts';
import { mustConfirm, reopened, untilConfirmed } from './consent-confirmation.ts';
import { type ConsentFacts, consentStateOf, type KeyedState, unchanged, written } from './consent-written.ts';
import { importGivesWay, standsAgainstImport } from './imported-consent.ts';

type Settings = Pick<EngineSettings, 'market' | 'doubleOptIn'>;

/** A grant with a word that nobody knows never comes so far, and grants nothing. */
export function explicitChange(customer: Customer, event: StoreEvent, settings: Settings): ConsentFacts {
  const change = event.detail.consent;
  if (!change) return unchanged(customer);
  const meant = consentMeant(change);
  if (change.granted && meant.unknown.length > 0) return unchanged(customer);
  const source = change.source?.slice(0, 64).toWellFormed() || 'storefront';
  const word: Word = {
    stated: consentStateOf(event, change.granted ? 'granted' : 'denied', source),
    about: meant.about,
    isInDoubt: change.mustConfirm || mustConfirm(customer, source, settings),
    confirmAnew: change.confirmAnew === true,
  };
  const changes = meant.channels.flatMap((channel) => changesOn(channel, customer, word));
  const said = meant.unknown.length > 0 ? saidIn(change) : undefined;
  const facts = written(customer, event, { stated: word.stated, changes, said });
  return { ...facts, remarks: remarksOn(meant) };
}

interface Word {
  readonly stated: ConsentState;
  readonly about: readonly About[];
  readonly isInDoubt: boolean;
  readonly confirmAnew: boolean;
}

function changesOn(channel: ConsentChannel, { consent }: Customer, word: Word): KeyedState[] {
  const { stated, isInDoubt, confirmAnew } = word;
  const words = wordsOn(consent, channel);
  const isGrant = stated.is === 'granted';
  // Who wants nothing wants no series either; who wants everything has not asked for one.
  const own = topics.filter((topic) => words[topic] !== undefined && (!isGrant || isDefaultTopic(topic)));
  const named = topics.filter((topic) => word.about.includes(topic));
  const about = word.about.includes('all') ? new Set<About>(['all', ...own, ...named]) : named;
  // What waits for her confirmation goes on waiting, unless the new word is such a confirmation itself.
  const asks = (known: ConsentState | undefined) =>
    channel === 'email' && (isInDoubt || (known?.is === 'pending' && !isProven(stated.source)));
  return [...about].flatMap((one): KeyedState[] => {
    const next = one === 'all' ? nextForAll(words.all, stated) : nextForTopic(words, one, stated);
    if (!next) return [];
    const known = words[one] ?? (one !== 'all' && isDefaultTopic(one) ? words.all : undefined);
    const isHeld = isGrant && next.is === 'granted' && asks(known);
    return [
      [consentKey(channel, one), isHeld ? untilConfirmed(confirmAnew ? undefined : known, next) : next],
    ];
  });
}

function saidIn({ channel, topics: named = [] }: NonNullable<StoreEvent['detail']['consent']>): string {
  return [channel, named.join(', ')].filter(Boolean).join(': ');
}

function remarksOn({ channels, unknown }: ConsentMeant): Because[] {
  if (unknown.length > 0) return ['unknown-word'];
  const isForeign = channels.every((channel) => foreignChannels.some((one) => one === channel));
  return isForeign ? ['not-our-channel'] : [];
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
  const open = denies ? reopened(all, stated.at) : undefined;
  if (open) return open;
  const coveredByAll = all.is === 'denied' ? !denies : all.source !== impliedSource;
  return coveredByAll ? undefined : stated;
}
