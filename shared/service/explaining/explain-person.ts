/** What holds for the customer whatever the scenario: orders, address, consent, brakes. Names no address. */
import type { Temporal } from 'temporal-polyfill';
import { readerOf } from '../../core/contact-policy/mailbox-reader.ts';
import { erasureAt } from '../../core/facts/consent-question.ts';
import { lifecycleAt } from '../../core/questions/purchases.ts';
import {
  type Brakes,
  brakesAt,
  isJudgedKind,
  judgedOf,
  type Pause,
  pausedIn,
} from '../../core/record/brakes.ts';
import { wordsOn } from '../../core/record/consent-channel.ts';
import type { ConsentState, Customer } from '../../core/record/customer.ts';
import type { AddressState, Suppression } from '../../core/record/suppression.ts';
import { isLead } from '../../core/record/sweep-moment.ts';
import { consentChannels } from '../../core/values/consent-words.ts';
import type { JudgedKind } from '../../core/values/judged-kind.ts';
import { topics } from '../../core/values/topic.ts';
import { othersAt } from '../saving/stand-at-address.ts';
import type { AboutHer } from './explain-about.ts';
import { wallTime } from './explain-moment.ts';

const suppressedBy: Readonly<Record<Suppression['because'], string>> = {
  'hard-bounce': 'a mail to it bounced for good',
  complaint: 'its owner reported a mail as spam',
  unsubscribed: 'its owner unsubscribed',
  erased: 'its owner asked for all their data to be erased',
};

export function explainPerson(customer: Customer, about: AboutHer, zone: string): string[] {
  return [
    ordersOf(customer, about.at, zone),
    ...mergedOf(customer),
    ...(isLead(customer.id) ? ['The customer is a guest: known by the mail address alone.'] : []),
    clockOf(customer, zone),
    ...addressOf(customer, about.address, zone),
    ...consentOf(customer, zone),
    ...wishesOf(customer, zone),
    ...brakesOf(brakesAt(about.brakes, about.at), zone),
  ];
}

function ordersOf(customer: Customer, at: Temporal.Instant, zone: string): string {
  const { id } = customer;
  const { orders, lastOrderAt } = lifecycleAt(customer, at);
  const last = lastOrderAt && orders > 0 ? `, the last on ${wallTime(lastOrderAt, zone)}` : '';
  return `Customer ${id} has ${orders} ${orders === 1 ? 'order' : 'orders'} that count${orders === 1 ? 's' : ''}${last}.`;
}

function mergedOf({ mergedInto }: Customer): string[] {
  if (mergedInto === undefined) return [];
  return [`This record has become part of customer ${mergedInto}: what came since is told there.`];
}

function clockOf({ profile }: Customer, zone: string): string {
  const whose = profile.timeZone
    ? "the customer's own zone"
    : "the store's zone, for the customer's is not known";
  return `All times are on the clock of ${zone}, ${whose}.`;
}

function addressOf(customer: Customer, address: AboutHer['address'], zone: string): string[] {
  if (!customer.profile.email) return ['No mail address of the customer is known: nothing can go.'];
  const lines = customer.profile.undeliverable
    ? ["The customer's address is one that no mail service takes: nothing can go."]
    : [];
  if (address === 'not-read')
    return [...lines, "Whether the customer's address is suppressed could not be read."];
  const suppressions = suppressionsOf(address, customer.id, zone);
  const suppressed = suppressions.length > 0 ? suppressions : ["The customer's address is not suppressed."];
  return [...lines, ...suppressed, ...strikesOf(address, zone), ...sharersOf(customer, address)];
}

/** Names no other customer. */
function sharersOf({ id }: Customer, address: AddressState | undefined): string[] {
  const others = othersAt(address, id).length;
  if (others === 0) return [];
  const read = topics.filter((topic) => readerOf(address, topic) === id);
  const isReader = read.length > 0 ? `the customer: ${read.join(', ')}` : 'not the customer';
  return [`The address is also that of ${others} more; its reader is ${isReader}.`];
}

function suppressionsOf(address: AddressState | undefined, id: string, zone: string): string[] {
  const line = (what: string, by: Suppression | undefined) =>
    by
      ? [
          `${what} goes to the customer's address since ${wallTime(by.at, zone)}: ${suppressedBy[by.because]}.`,
        ]
      : [];
  return [
    ...line('No mail at all', address?.all),
    ...line('No marketing mail', address?.marketing),
    ...line('No marketing mail of before', erasureAt(address, id)),
  ];
}

function strikesOf(address: AddressState | undefined, zone: string): string[] {
  const strikes = address?.strikes ?? [];
  const last = strikes.at(-1);
  return last ? [`Soft bounces of mail to it: ${strikes.length}, the last on ${wallTime(last, zone)}.`] : [];
}

function consentOf({ consent }: Customer, zone: string): string[] {
  const since = (state: ConsentState) => `since ${wallTime(state.at, zone)} (reported by ${state.source})`;
  const lines = topics.flatMap((topic) => {
    const state = consent[topic];
    return state
      ? [`The customer ${consentPhrase[state.is]} marketing mail about ${topic} ${since(state)}.`]
      : [];
  });
  const besides = consentChannels.filter((channel) => channel !== 'email');
  const others = besides.flatMap((channel) =>
    Object.entries(wordsOn(consent, channel)).map(
      ([about, state]) =>
        `The customer ${consentPhrase[state.is]} marketing by ${channel} (${about}) ${since(state)}.`,
    ),
  );
  if (consent.all)
    return [
      `The customer ${consentPhrase[consent.all.is]} marketing mail ${since(consent.all)}.`,
      ...lines,
      ...others,
    ];
  if (lines.length > 0) return [...lines, 'On any other topic nothing is known: none goes.', ...others];
  return ['Nothing is known of the customer’s consent: no marketing mail goes to them.', ...others];
}

const consentPhrase: Readonly<Record<ConsentState['is'], string>> = {
  granted: 'accepts',
  denied: 'does not accept',
  pending: 'has not yet confirmed that they accept',
};

function wishesOf({ wishes }: Customer, zone: string): string[] {
  if (!wishes) return [];
  const often =
    wishes.frequency === 'weekly' ? ['The customer wants marketing mail once a week at most.'] : [];
  const until = wishes.pausedUntil;
  return [
    ...often,
    ...(until ? [`The customer wants no marketing mail before ${wallTime(until, zone)}.`] : []),
  ];
}

const kindsInWords: Readonly<Record<JudgedKind, string>> = {
  unconfirmed: 'All mail to people who have confirmed nothing yet',
  marketing: 'All marketing mail',
  transactional: 'All order mail',
};

function brakesOf(brakes: Brakes, zone: string): string[] {
  const who = (what: string) => pausedBy(brakes.pauses?.[what], zone);
  const paused = pausedIn(brakes);
  if (paused.includes('all')) return [`All mail of this deployment is paused by ${who('all')}.`];
  return paused.map((what) => {
    if (!isJudgedKind(what)) return `The scenario ${what} is paused by ${who(what)}.`;
    const { breaker } = judgedOf(brakes, what);
    const whose = breaker ? `the breaker: too many ${breaker.because}` : who(what);
    return `${kindsInWords[what]} is paused by ${whose}.`;
  });
}

function pausedBy(pause: Pause | undefined, zone: string): string {
  if (!pause) return 'the operator';
  const { by, because, since, until } = pause;
  const end = until ? ` until ${wallTime(until, zone)}` : '';
  return `the operator ${by} since ${wallTime(since, zone)}${end}: ${because}`;
}
