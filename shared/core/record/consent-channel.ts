/** Consent is kept of each channel apart: mail's under the topic's own name, another's under `line:offers`. */
import type { Topic } from '../values/topic.ts';
import type { Consent, ConsentChannel, ConsentKey, ConsentState } from './customer.ts';

export type About = Topic | 'all';
/** What she said about one channel. */
export type ConsentStates = Readonly<Partial<Record<About, ConsentState>>>;

const others: readonly ConsentChannel[] = ['line', 'push'];

/** The channel a change of consent names, mail unless it names one; undefined where none of its name has a consent. */
export function consentChannel(named: string | undefined): 'email' | ConsentChannel | undefined {
  if (named === undefined || named === 'email') return 'email';
  return others.find((channel) => channel === named);
}

/** The key under which the record keeps it. */
export function consentKey(channel: 'email' | ConsentChannel, about: About): ConsentKey {
  return channel === 'email' ? about : `${channel}:${about}`;
}

/** Her words on one channel, each under its topic. */
export function wordsOn(consent: Consent, channel: 'email' | ConsentChannel): ConsentStates {
  const words: Partial<Record<About, ConsentState>> = {};
  for (const [key, state] of Object.entries(consent) as [ConsentKey, ConsentState][]) {
    const [first, second] = key.split(':') as [string, string | undefined];
    if ((second === undefined ? 'email' : first) === channel) words[(second ?? first) as About] = state;
  }
  return words;
}
