/** Words of an event that stand for one of a few things: read in any spelling, refused where nobody knows them. */
import { asDate } from '../values/as-date.ts';
import { consentChannels, consentMeant, wordAmong } from '../values/consent-words.ts';
import { topics } from '../values/topic.ts';
import type { ReadDetail } from './event.ts';
import type { EventName } from './event-catalogue.ts';

/** How often a customer may wish to be written to. */
const frequencies = ['all', 'weekly'] as const;

/** The words that exist, by the field that takes them: what an author is told, and the schemas say. */
export const knownWords = {
  'consent.channel': [...consentChannels, 'all'],
  'consent.topics': [...topics, 'all'],
  'wishes.frequency': frequencies,
} as const;

/** The detail in the engine's own words; or what is wrong with it, by field. */
export type Worded = { readonly detail: ReadDetail } | { readonly wrong: string };

export function inKnownWords(name: EventName, detail: ReadDetail): Worded {
  if (name === 'ConsentChanged') return consentWorded(detail);
  return name === 'CustomerUpdated' ? wishesWorded(detail) : { detail };
}

/** A grant must be clear. A denial is taken as it is: for all that it could mean, where a word is unknown. */
function consentWorded(detail: ReadDetail): Worded {
  const { consent } = detail;
  if (!consent) return { detail };
  const { channels, about, unknown } = consentMeant(consent);
  const [first] = unknown;
  if (first === undefined) {
    const [only, ...others] = channels;
    const channel = consent.channel !== undefined && others.length === 0 ? { channel: only } : {};
    const named = consent.topics?.length ? { topics: [...about] } : {};
    return { detail: { ...detail, consent: { ...consent, ...channel, ...named } } };
  }
  return consent.granted ? unknownWord('a grant', `consent.${first}`) : { detail };
}

function wishesWorded(detail: ReadDetail): Worded {
  const { wishes } = detail;
  if (!wishes) return { detail };
  const { frequency, pausedUntil } = wishes;
  const often = frequency === undefined ? undefined : wordAmong(frequency, frequencies);
  if (frequency !== undefined && often === undefined) return unknownWord('a wish', 'wishes.frequency');
  if (pausedUntil !== undefined && asDate(pausedUntil) === undefined) {
    return {
      wrong: 'wishes.pausedUntil is a day, or a time with an offset, such as 2026-12-24T00:00:00+09:00',
    };
  }
  return { detail: often === undefined ? detail : { ...detail, wishes: { ...wishes, frequency: often } } };
}

const unknownWord = (what: string, field: keyof typeof knownWords) => ({
  wrong: `${what} has an unknown word in ${field}; known: ${knownWords[field].join(', ')}`,
});
