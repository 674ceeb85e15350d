/** One mailbox, one reader: what goes for nobody in particular goes to it once, though several customers have its address. */
import type { Temporal } from 'temporal-polyfill';
import type { EventName } from '../events/event-catalogue.ts';
import type { Scenario } from '../language/scenario.ts';
import type { Enrolment } from '../record/customer.ts';
import type { AddressState, Holder } from '../record/suppression.ts';
import type { SendingSurroundings } from '../record/surroundings.ts';
import type { Because } from '../values/because.ts';
import type { Topic } from '../values/topic.ts';
import type { DueMessage } from './due-message.ts';
import { sameLetterOf } from './same-letter.ts';

/**
 * Of the holders who granted the topic the one with the newest purchase, then the one who has had the address longest.
 * Undefined where nobody is known to have granted it: then nobody is silent for another's sake.
 */
export function readerOf(address: AddressState | undefined, topic: Topic): string | undefined {
  return inTurn(address).find(([, { granted }]) => granted?.includes(topic))?.[0];
}

/** More of them are not asked what they have had: with each letter it takes a read of their records. */
const mostAsked = 8;

/** The others of whom the address was told, first whoever reads before the rest: one of them may have had the letter. */
export function othersInTurn(address: AddressState | undefined, self: string): readonly string[] {
  const others = inTurn(address).filter(([id, { granted }]) => id !== self && granted !== undefined);
  return others.slice(0, mostAsked).map(([id]) => id);
}

const inTurn = (address: AddressState | undefined): [string, Holder][] =>
  Object.entries(address?.holders ?? {}).toSorted(
    ([a, one], [b, other]) => newestFirst(one, other) || longestFirst(one, other) || (a < b ? -1 : 1),
  );

const ms = (at: Temporal.Instant | undefined, otherwise: number) => at?.epochMilliseconds ?? otherwise;

const newestFirst = (a: Holder, b: Holder): number =>
  ms(b.boughtAt, b.bought ? 0 : -1) - ms(a.boughtAt, a.bought ? 0 : -1);

const longestFirst = (a: Holder, b: Holder): number =>
  ms(a.since, Number.MAX_SAFE_INTEGER) - ms(b.since, Number.MAX_SAFE_INTEGER);

type Asked = Pick<SendingSurroundings, 'settings' | 'address' | 'others' | 'at'>;

type MaybeDue = Omit<DueMessage, 'since' | 'around'> & { readonly around: Asked };

/**
 * Why the message is another customer's to get: it is about nothing of this one's, and the mailbox has another reader, or had
 * the letter while it had another. Where the reader was passed over for the sake of this one, it is this one's.
 */
export function isOthersToRead({
  scenario,
  step,
  customer,
  enrolment,
  around,
}: MaybeDue): Because | undefined {
  if (scenario.kind !== 'marketing' || !enrolment) return undefined;
  if ((step.channel ?? 'email') !== 'email') return undefined;
  if (!isForReader(scenario, enrolment, around.settings)) return undefined;
  // Whoever the address was told nothing of was not among those the reader was chosen from.
  if (around.address?.holders?.[customer.id]?.granted === undefined) return undefined;
  const had = (around.others ?? []).map(
    (other) => [other.id, sameLetterOf(other, { scenario, step, enrolment, around })] as const,
  );
  if (had.some(([, letter]) => letter && letter.state !== 'skipped')) return 'mailbox-reader';
  const reader = readerOf(around.address, step.topic ?? scenario.topic);
  if (reader === undefined || reader === customer.id) return undefined;
  const ofReader = had.find(([id]) => id === reader)?.[1];
  return ofReader?.because === 'mailbox-reader' ? undefined : 'mailbox-reader';
}

/** True for what goes into a mailbox once, for whoever reads it. */
export const isForReader = (
  scenario: Pick<Scenario, 'kind' | 'trigger'>,
  enrolment: Pick<Enrolment, 'order' | 'about'>,
  { mailboxReader }: Asked['settings'],
): boolean =>
  scenario.kind === 'marketing' && mailboxReader !== 'everybody' && !isAboutHers(scenario, enrolment);

/** About something, and yet of nobody's asking: told to many, or no more than looked at. */
const ofNobody: readonly EventName[] = [
  'SaleAnnounced',
  'ProductAnnounced',
  'ProductPriceChanged',
  'ProductViewed',
];

/** An order, a cart, a booking, a subscription, an answer, a product that was asked for: about the customer it is of. */
export function isAboutHers(
  { trigger }: Pick<Scenario, 'trigger'>,
  { order, about }: Pick<Enrolment, 'order' | 'about'>,
): boolean {
  if ('on' in trigger && ofNobody.includes(trigger.on)) return false;
  return order !== undefined || about !== undefined;
}
