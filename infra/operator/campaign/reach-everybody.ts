/** Walks through all customers and tells whom the campaign would reach, who is left out and why, and on which day each has a turn. */
import { Temporal } from 'temporal-polyfill';
import { isKeptOut } from '../../../shared/core/contact-policy/holdout.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { ScenarioBook } from '../../../shared/core/language/scenario-book.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import type { SendingSurroundings } from '../../../shared/core/record/surroundings.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { engineSettings } from '../../../shared/settings/engine-settings.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { DeploymentWith, OpenDeployment } from '../composition.ts';
import { everyRecord } from '../recovery/every-record.ts';
import { Pacing } from '../recovery/pacing.ts';
import type { CampaignDraft } from './draft.ts';
import { campaignScenario, runOf, sideOf, wouldReach } from './standing.ts';

type CampaignPorts =
  | 'customers'
  | 'everybody'
  | 'addresses'
  | 'keys'
  | 'control'
  | 'campaigns'
  | 'intake'
  | 'audit'
  | 'touchpoints';

export type CampaignDeployment = Pick<
  DeploymentWith<CampaignPorts>,
  'ports' | 'settings' | 'clock' | 'called'
> &
  Pick<OpenDeployment, 'book'>;

export interface AudienceNow {
  /** Whom it would let in, with the day of each. */
  readonly turns: readonly { readonly customer: string; readonly day: Temporal.PlainDate }[];
  /** Left out to be compared: they come in too, on the same days, and get nothing. */
  readonly compared: readonly { readonly customer: string; readonly day: Temporal.PlainDate }[];
  /** Came in before. */
  readonly had: number;
  /** By reason. */
  readonly out: Readonly<Record<string, number>>;
  /** Of those whom it would reach: what would hold it at this moment. */
  readonly waits: Readonly<Record<string, number>>;
  readonly notUnderstood: number;
  readonly now: Temporal.Instant;
}

export async function reachEverybody(target: CampaignDeployment, draft: CampaignDraft): Promise<AudienceNow> {
  const { ports, settings } = target;
  const now = await target.clock.now();
  const zone = settings.timeZone;
  const book = target.book();
  const scenario = campaignOfBook(book);
  const around = { settings: engineSettings(settings), book, at: now };
  const [brakes, keys] = await Promise.all([ports.control.read(), ports.keys()]);
  const found = {
    ids: [] as string[],
    compared: new Set<string>(),
    had: 0,
    out: {},
    waits: {},
    taken: new Map<string, number>(),
  };
  const notUnderstood = await everyRecord(ports, around, async (customer) => {
    const { email } = customer.profile;
    const address = email === undefined ? undefined : await ports.addresses.load(addressHash(keys, email));
    const sending: SendingSurroundings = { ...around, brakes, address, context: undefined };
    const standing = wouldReach(customer, draft, scenario, sending);
    if (standing.is === 'in') {
      found.ids.push(customer.id);
      if (standing.waits) count(found.waits, standing.waits);
    } else if (standing.is === 'had') {
      found.had += 1;
      const day = placeOf(customer, draft.id, sending, scenario);
      if (day !== undefined) found.taken.set(day, (found.taken.get(day) ?? 0) + 1);
    } else {
      count(found.out, standing.because);
      if (standing.is === 'compared') found.compared.add(customer.id);
    }
  });
  const first = notBefore(draft.at, now).toZonedDateTimeISO(zone).toPlainDate();
  const pacing = new Pacing(first, draft.pace, found.taken);
  let day = first;
  const days = [...found.ids, ...found.compared].sort().map((customer) => {
    if (!found.compared.has(customer)) day = pacing.next();
    return { customer, day };
  });
  const [compared, turns] = [true, false].map((is) =>
    days.filter(({ customer }) => found.compared.has(customer) === is),
  );
  return {
    turns: turns ?? [],
    compared: compared ?? [],
    had: found.had,
    out: found.out,
    waits: found.waits,
    notUnderstood,
    now,
  };
}

export function campaignOfBook({ current }: Pick<ScenarioBook, 'current'>): Scenario {
  const scenario = current.find(({ id }) => id === campaignScenario);
  if (scenario) return scenario;
  throw new OperatorRefusal('This deployment has no scenario "campaign": deploy it first.');
}

function count(counts: Record<string, number>, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1;
}

const notBefore = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) < 0 ? other : one;

/** The civil day whose place the customer's letter took. Who is compared takes nobody's. */
function placeOf(
  customer: Customer,
  campaign: string,
  { settings }: SendingSurroundings,
  scenario: Scenario,
): string | undefined {
  const run = runOf(customer, campaign);
  if (!run || isKeptOut(scenario, customer, settings, sideOf(customer, campaign))) return undefined;
  const { sendAt } = (('event' in run && run.event?.campaign) || {}) as { readonly sendAt?: unknown };
  const at = typeof sendAt === 'string' ? Temporal.Instant.from(sendAt) : run.enteredAt;
  return at.toZonedDateTimeISO(settings.timeZone).toPlainDate().toString();
}

/** When the letter of that day goes: at the hour of the campaign's own time. */
export function sendAtOn(draft: CampaignDraft, day: Temporal.PlainDate, zone: string): Temporal.Instant {
  const plainTime = draft.at.toZonedDateTimeISO(zone).toPlainTime();
  return notBefore(draft.at, day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant());
}
