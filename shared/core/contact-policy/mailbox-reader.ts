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

/**
 * Of the holders who granted the topic the one with the newest purchase, then the one who has had the address longest.
 * Undefined where nobody is known to have granted it: then nobody is silent for another's sake.
 */
export function readerOf(address: AddressState | undefined, topic: Topic): string | undefined {
  const holders = Object.entries(address?.holders ?? {}).filter(([, { granted }]) =>
    granted?.includes(topic),
  );
  const [first] = holders.toSorted(
    ([a, one], [b, other]) => newestFirst(one, other) || longestFirst(one, other) || (a < b ? -1 : 1),
  );
  return first?.[0];
}

const ms = (at: Temporal.Instant | undefined, otherwise: number) => at?.epochMilliseconds ?? otherwise;

const newestFirst = (a: Holder, b: Holder): number =>
  ms(b.boughtAt, b.bought ? 0 : -1) - ms(a.boughtAt, a.bought ? 0 : -1);

const longestFirst = (a: Holder, b: Holder): number =>
  ms(a.since, Number.MAX_SAFE_INTEGER) - ms(b.since, Number.MAX_SAFE_INTEGER);

type Asked = Pick<SendingSurroundings, 'settings' | 'address'>;

/** Why the message is another customer's to get: it is about nothing of this one's, and the mailbox has another reader. */
export function isOthersToRead({
  scenario,
  step,
  customer,
  enrolment,
  around,
}: Omit<DueMessage, 'since' | 'around'> & { readonly around: Asked }): Because | undefined {
  if (scenario.kind !== 'marketing' || (step.channel ?? 'email') !== 'email') return undefined;
  if (around.settings.mailboxReader === 'everybody') return undefined;
  if (!enrolment || isAboutHers(scenario, enrolment)) return undefined;
  // Whoever the address was told nothing of was not among those the reader was chosen from.
  if (around.address?.holders?.[customer.id]?.granted === undefined) return undefined;
  const reader = readerOf(around.address, step.topic ?? scenario.topic);
  return reader === undefined || reader === customer.id ? undefined : 'mailbox-reader';
}

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
