/** How an offer given is stored. */
import { entryOf } from '../record-entry.ts';
import { named, plain } from '../record-fields.ts';
import type { GivenOffer } from './given-offer.ts';

export const givenOffer = entryOf<GivenOffer>({
  campaign: named('of'),
  day: plain,
  until: plain,
  percent: plain,
  amount: plain,
  apart: plain,
});
