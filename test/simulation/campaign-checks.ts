/** A campaign goes to its audience, once, within its time, and to nobody while it is stopped. */
import type { CampaignDraft } from '../../infra/operator/campaign/draft.ts';
import type { EnrolMessage } from '../../shared/core/events/intake-message.ts';
import type { Customer, Enrolment } from '../../shared/core/record/customer.ts';
import type { RecordedTouchpoint } from '../../shared/core/record/touchpoint.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { CampaignModel, CampaignTold } from './campaign-model.ts';
import type { ClaimMoment } from './claim-checks.ts';
import { most_skew_ms } from './invocation.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';
import { isInControlGroup } from './sharing.ts';

/** A timer that comes up to this early counts as due; clocks go wrong beside it. */
const early_ms = 81_000;
const day_ms = 86_400_000;
/** So many marketing stories may run side by side, with room to spare. */
const mostOpen = 20;

const isIts = ({ scenario }: Pick<Enrolment, 'scenario'>) => scenario === 'campaign';
const wholeName = (customer: string, campaign: string) => `${customer}\n${campaign}`;

/** What approving has put into the queue, beside the records as they stood. */
export function approvalFaults(
  oracle: Oracle,
  parts: OracleParts,
  { draft, commands, people }: Approval,
): void {
  const letIn = new Set(commands.map(({ customer }) => customer));
  oracle.check(
    'approving lets each in once',
    letIn.size < commands.length && `${draft.id}: ${commands.length} for ${letIn.size}`,
  );
  const hasDays = daysAreLeft(parts, draft, people.length);
  for (const customer of people) {
    const who = `${customer.id} ${draft.id}`;
    const isMeant = draft.audience.segments.some((name) => Object.hasOwn(customer.segments, name));
    const is = letIn.has(customer.id);
    const word = parts.truth.storefront.consent(customer.id, draft.topic);
    oracle.check('a campaign is for its audience alone', is && !isMeant && who);
    oracle.check('nobody is let into a campaign without consent', is && word === 'no' && who);
    const isLost = !is && isMeant && word === 'yes' && hasDays && mayCome(parts, customer, draft, people);
    oracle.check('whom a campaign is for is let in when it is approved', isLost && who);
  }
}

export interface Approval {
  readonly draft: CampaignDraft;
  readonly commands: readonly EnrolMessage[];
  readonly people: readonly Customer[];
}

/** At its pace there are days for everybody, were all of them still to come. */
function daysAreLeft({ now }: OracleParts, { at, expiresAt, pace }: CampaignDraft, people: number): boolean {
  const from_ms = Math.max(at.epochMilliseconds, now().at.epochMilliseconds);
  const days = Math.floor((expiresAt.epochMilliseconds - from_ms) / day_ms);
  return days >= 1 && (pace === undefined || pace * days >= people);
}

/** Nothing at all speaks against it. */
function mayCome(
  { truth, settings, campaigns }: OracleParts,
  customer: Customer,
  { id }: CampaignDraft,
  people: readonly Customer[],
): boolean {
  const { email, undeliverable } = customer.profile;
  if (customer.mergedInto !== undefined || customer.aliases.length > 0) return false;
  if (email === undefined || undeliverable || customer.labels.includes('resting')) return false;
  if (truth.isSuppressed(email, 'marketing', Number.POSITIVE_INFINITY) || truth.erased.has(customer.id))
    return false;
  if (people.some((other) => other.id !== customer.id && other.profile.email === email)) return false;
  if (isInControlGroup(customer, settings) || customer.helps.length > 0) return false;
  const open = customer.enrolments.filter(({ ended, lane }) => !ended && lane === 'marketing');
  return open.length < mostOpen && !campaigns.runs.has(wholeName(customer.id, id));
}

/** A run of a campaign has begun, or goes on, in a record that was saved. */
export function campaignEntryFaults(
  oracle: Oracle,
  { campaigns }: OracleParts,
  { id, aliases, enrolments }: Customer,
): void {
  for (const enrolment of enrolments.filter(isIts)) {
    const who = `${id} ${enrolment.key}`;
    const name = wholeName(id, enrolment.key);
    const isCalled = campaigns.find(enrolment.key)?.letIn.has(id) === true;
    oracle.check('only a command lets into a campaign', !isCalled && aliases.length === 0 && who);
    const since = enrolment.enteredAt.toString();
    const isAgain = (campaigns.cameIn.get(name) ?? since) !== since;
    oracle.check('nobody comes into a campaign twice', isAgain && aliases.length === 0 && who);
    campaigns.runs.set(name, enrolment.id);
    campaigns.cameIn.set(name, since);
  }
}

export function campaignFault(
  oracle: Oracle,
  { campaigns }: OracleParts,
  { invocation, send, enrolment, after, at }: ClaimMoment,
  who: string,
): void {
  // Of who was two, each id had letters of its own.
  if (!enrolment || !isIts(send) || after.aliases.length > 0) return;
  const { id = enrolment.key } = (enrolment.event?.campaign ?? {}) as { readonly id?: string };
  const told = campaigns.find(id);
  const letter = `${who} ${id}`;
  oracle.check('only a campaign that was approved goes', !told && letter);
  if (!told) return;
  oracle.check(
    'nothing of a campaign goes while it is stopped',
    campaigns.isStopped(id, invocation) && letter,
  );
  const now_ms = at.epochMilliseconds;
  const isLate = now_ms > told.draft.expiresAt.epochMilliseconds + most_skew_ms;
  oracle.check('nothing of a campaign goes after its expiry', isLate && `${letter} at ${at}`);
  const turn_ms = told.letIn.get(after.id) ?? Number.POSITIVE_INFINITY;
  oracle.check(
    'nothing of a campaign goes before its turn',
    now_ms < turn_ms - early_ms && `${letter} at ${at}`,
  );
  const other = campaigns.letters.get(wholeName(after.id, id)) ?? send.touchpoint;
  const isTwice = other !== send.touchpoint && !oracle.claims.get(other)?.isReleased;
  oracle.check('nobody gets a campaign twice', isTwice && letter);
  campaigns.letters.set(wholeName(after.id, id), send.touchpoint);
}

export interface CampaignEnd {
  readonly oracle: Oracle;
  readonly settings: Settings;
  readonly campaigns: CampaignModel;
  readonly customers: readonly Customer[];
  readonly touchpoints: readonly RecordedTouchpoint[];
  /** No fault was dealt: then whatever keeps a letter back is a rule. */
  readonly isFair: boolean;
}

/** Whoever was let in has it, or a reason why not. */
export function checkCampaigns(end: CampaignEnd): void {
  const { oracle, campaigns, customers, touchpoints, isFair } = end;
  const known = new Map(customers.map((one) => [one.id, one]));
  const ends = new Map(touchpoints.map((one) => [one.enrolment, one]));
  for (const told of campaigns.all()) {
    const { draft, letIn } = told;
    for (const id of letIn.keys()) {
      const customer = known.get(id);
      if (!customer || customer.aliases.length > 0 || customer.mergedInto !== undefined) continue;
      if (oracle.truth.erased.has(id)) continue;
      const who = `${id} ${draft.id}`;
      const run = campaigns.runs.get(wholeName(id, draft.id));
      if (run === undefined) {
        // A command that lay among the dead letters for days is too old to let in.
        oracle.check('whoever was let into a campaign came in', isFair && who);
        continue;
      }
      const end = ends.get(run);
      oracle.check('each letter of a campaign is told, or why it did not go', !end && who);
      if (end?.state !== 'skipped' || end.because !== 'too-late') continue;
      const isEarly = end.at.epochMilliseconds < draft.expiresAt.epochMilliseconds - most_skew_ms;
      oracle.check('no letter of a campaign is late before its expiry', isEarly && `${who} at ${end.at}`);
      const isHeld = stoodStill(told) || end.by !== undefined || customer.helps.length > 0;
      oracle.check('what nothing holds goes before its expiry', isFair && !isHeld && who);
    }
  }
  if (isFair) for (const told of campaigns.all()) paceFault(end, told);
}

/** To its end, or until so shortly before it that who waits is not asked again in time. */
function stoodStill({ draft, stoppedSince_ms, letGo_ms }: CampaignTold): boolean {
  const asked_ms = draft.expiresAt.epochMilliseconds - day_ms;
  return stoppedSince_ms !== undefined || (letGo_ms !== undefined && letGo_ms > asked_ms);
}

/** So many a day, by the moment that each was given. Who is compared takes nobody's place. */
function paceFault({ oracle, customers, settings }: CampaignEnd, { draft, letIn }: CampaignTold): void {
  const { id, pace } = draft;
  const days = new Map<string, number>();
  for (const customer of customers) {
    const at_ms = letIn.get(customer.id);
    if (at_ms === undefined || isInControlGroup(customer, settings)) continue;
    const day = new Date(at_ms + tokyo_ms).toISOString().slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  const most = Math.max(0, ...days.values());
  oracle.check(
    'no more of a campaign on a day than its pace',
    pace !== undefined && most > pace && `${id}: ${most}`,
  );
}

/** Of the simulated store: it knows no summer time. */
const tokyo_ms = 9 * 3_600_000;
