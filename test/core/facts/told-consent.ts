/** What is left of a customer's grants after a change of consent that was told in a storefront's own words. */
import { MalformedEvent, parseEvent } from '../../../shared/core/events/event-schema.ts';
import { consentFor } from '../../../shared/core/facts/consent-question.ts';
import type { Channel } from '../../../shared/core/language/steps.ts';
import { topics } from '../../../shared/core/values/topic.ts';
import { at, event, placed } from '../../support/events.ts';
import { type Input, storeWith } from '../../support/given.ts';

export const store = storeWith([]);
export const day = (n: number) => `2026-03-${String(n).padStart(2, '0')} 10:00`;
export const tick = placed('o-1', day(1));
const line = event('ConsentChanged', day(1), { consent: { channel: 'line', granted: true } });
export const of = (...events: Input[]) => store.given(...events).customer.consent;
export const told = (consent: object) =>
  parseEvent(
    'ConsentChanged',
    { eventId: JSON.stringify(consent), occurredAt: at(day(5)).toString(), customer: { id: 'c-1' }, consent },
    at(day(5)),
  );
export const after = (said: object) => {
  const change = told(said);
  return of(tick, line, ...(change ? [change] : []));
};
export const granted = (said: object, channel: Channel = 'email') =>
  topics.filter((topic) => consentFor(after(said), topic, channel)?.is === 'granted');
export const refusal = (said: object) => {
  try {
    told(said);
  } catch (error) {
    return error instanceof MalformedEvent ? error.message : error;
  }
  return undefined;
};

export const everything = ['tips', 'offers', 'news', 'surveys', 'events'];
export const without = (...named: string[]) => everything.filter((topic) => !named.includes(topic));
