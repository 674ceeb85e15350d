/** Consent is kept of each channel apart: mail's under the topic's own name, another's under `line:offers`. */
import type { About, ConsentChannel } from '../values/consent-words.ts';
import type { Consent, ConsentKey, ConsentState } from './customer.ts';

/** What she said about one channel. */
export type ConsentStates = Readonly<Partial<Record<About, ConsentState>>>;

/** The key under which the record keeps it. */
export function consentKey(channel: ConsentChannel, about: About): ConsentKey {
  return channel === 'email' ? about : `${channel}:${about}`;
}

/** Her words on one channel, each under its topic. */
export function wordsOn(consent: Consent, channel: ConsentChannel): ConsentStates {
  const words: Partial<Record<About, ConsentState>> = {};
  for (const [key, state] of Object.entries(consent) as [ConsentKey, ConsentState][]) {
    const [first, second] = key.split(':') as [string, string | undefined];
    if ((second === undefined ? 'email' : first) === channel) words[(second ?? first) as About] = state;
  }
  return words;
}
