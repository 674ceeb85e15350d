/** TimesByName what became of the events: from the mailbox, the touchpoints and the cloud's own counters. */
import type { BusEntry } from './bus-entry.ts';
import type { ContactPolicyFaults } from './contact-policy.ts';
import type { CustomerSeen, MailSeen, Stats } from './control.ts';
import { countBy, sorted, type TimesByName } from './counts.ts';
import { type Reached, reachedOf } from './reached.ts';

/** Everything the play left behind, read after its end. `customers` by id. */
export interface Aftermath {
  readonly mails: readonly MailSeen[];
  readonly customers: ReadonlyMap<string, CustomerSeen>;
  readonly stats: Stats;
}

/** What `--json` prints. */
export interface DemoSummary {
  readonly events: number;
  readonly customers: number;
  readonly enrolments: number;
  readonly mails: {
    readonly total: number;
    readonly byTemplate: TimesByName;
    readonly byScenario: TimesByName;
  };
  readonly skipped: TimesByName;
  /** By message: who got it of those who should, and why the others did not. */
  readonly reached: Reached;
  readonly duplicates: number;
  /** Marketing mails against the store's quiet hours and caps, by the mailbox alone. */
  readonly contactPolicy: ContactPolicyFaults;
  readonly deadLetters: number;
  readonly unknown: number;
  readonly awsRequests: TimesByName;
  readonly capacity: { readonly read: number; readonly write: number };
  readonly seconds: number;
}

function isThanks(mail: MailSeen): boolean {
  return mail.template.includes('thanks');
}

/** Mails beyond the first of the same customer, enrolment and step. */
function repeated(mails: readonly MailSeen[]): Map<string, number> {
  const seen = new Set<string>();
  return countBy(
    mails.filter((mail) => {
      const key = JSON.stringify([mail.customer, mail.touchpoint ?? [mail.enrolment, mail.step]]);
      return seen.has(key) || !seen.add(key);
    }),
    (mail) => mail.customer,
  );
}

function ordersPlaced(entries: readonly BusEntry[]): Map<string, number> {
  const placed = entries.filter((entry) => entry.detailType === 'OrderPlaced');
  const orders = new Set(placed.map((e) => JSON.stringify([e.customer, JSON.parse(e.detail).order?.id])));
  return countBy(orders, (order) => String(JSON.parse(order)[0]));
}

/**
 * Two independent looks: the same touchpoint mailed twice, and more thank-yous than the customer has orders, which
 * would also catch one order that got two enrolments.
 */
function duplicates(mails: readonly MailSeen[], entries: readonly BusEntry[]): number {
  const again = repeated(mails);
  const thanks = countBy(mails.filter(isThanks), (mail) => mail.customer);
  const orders = ordersPlaced(entries);
  const customers = new Set([...again.keys(), ...thanks.keys()]);
  return [...customers].reduce((sum, id) => {
    const tooManyThanks = (thanks.get(id) ?? 0) - (orders.get(id) ?? 0);
    return sum + Math.max(again.get(id) ?? 0, tooManyThanks, 0);
  }, 0);
}

function enrolments(customers: Iterable<CustomerSeen>): number {
  const ids = new Set<string>();
  for (const { customer, touchpoints } of customers) {
    for (const { id } of [...(customer.enrolments ?? []), ...(customer.ended ?? [])]) ids.add(id);
    for (const { enrolment } of touchpoints) ids.add(enrolment);
  }
  return ids.size;
}

/** What there is to tell when nothing was played. */
export function emptySummary(seconds: number): DemoSummary {
  const stats = { requests: {}, queues: {}, capacity: { read: 0, write: 0 }, deadLetters: 0, mails: 0 };
  return tally({ mails: [], customers: new Map(), stats }, [], 0, seconds);
}

const hundredths = (value: number) => Math.round(value * 100) / 100;

/**
 * @param entries those that were played
 * @param events how many of them the bus took
 */
export function tally(
  aftermath: Aftermath & { readonly contactPolicy?: ContactPolicyFaults },
  entries: readonly BusEntry[],
  events: number,
  seconds: number,
): DemoSummary {
  const { mails, customers, stats, contactPolicy = { inQuietHours: 0, overCaps: 0 } } = aftermath;
  const touchpoints = [...customers.values()].flatMap((customer) => customer.touchpoints);
  const skipped = touchpoints.filter((touchpoint) => touchpoint.state === 'skipped');
  return {
    events,
    customers: customers.size,
    enrolments: stats.enrolments ?? enrolments(customers.values()),
    mails: {
      total: mails.length,
      byTemplate: sorted(countBy(mails, (mail) => mail.template)),
      byScenario: sorted(countBy(mails, (mail) => mail.scenario)),
    },
    skipped: sorted(countBy(skipped, (touchpoint) => touchpoint.because)),
    reached: reachedOf(customers.values()),
    duplicates: duplicates(mails, entries),
    contactPolicy,
    deadLetters: stats.deadLetters,
    unknown: touchpoints.filter((touchpoint) => touchpoint.state === 'unknown').length,
    awsRequests: sorted(Object.entries(stats.requests)),
    capacity: { read: hundredths(stats.capacity.read), write: hundredths(stats.capacity.write) },
    seconds: hundredths(seconds),
  };
}
