/** Whether the campaign would reach a customer as the record stands, and why not: by the rules of entry and of sending themselves. */
import { maySend } from '../../../shared/core/contact-policy/may-send.ts';
import { entryOfCommand } from '../../../shared/core/enrolments/enter-entry.ts';
import { refusal } from '../../../shared/core/enrolments/enter-refusal.ts';
import type { EnrolMessage } from '../../../shared/core/events/intake-message.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { isMessage } from '../../../shared/core/language/steps.ts';
import { ownedAt } from '../../../shared/core/questions/purchases.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import type { SendingSurroundings } from '../../../shared/core/record/surroundings.ts';
import type { Because } from '../../../shared/core/values/because.ts';
import type { Side } from '../../../shared/core/values/side.ts';
import type { Audience, CampaignDraft } from './draft.ts';

export type ReachedOrNot =
  | { readonly is: 'in' /** What would hold it at this moment. */; readonly waits?: Because }
  | { readonly is: 'had' }
  /** Nothing but the comparison leaves them out. */
  | { readonly is: 'compared'; readonly because: Because }
  | { readonly is: 'out'; readonly because: Because | 'not-in-audience' };

export const campaignScenario = 'campaign';

export function isInAudience(
  customer: Customer,
  { segments, products, lastCategory }: Audience,
  at: SendingSurroundings['at'],
): boolean {
  const owned = ownedAt(customer, at).toSorted((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds);
  const category = owned[0]?.category;
  return (
    (segments.length === 0 || segments.some((name) => Object.hasOwn(customer.segments, name))) &&
    (products.length === 0 || owned.some(({ productId }) => products.includes(productId))) &&
    (lastCategory.length === 0 || (category !== undefined && lastCategory.includes(category)))
  );
}

/** The command that lets in. The same however often the campaign is started: who has come in by it comes in no more. */
export function commandFor(draft: CampaignDraft, customer: string, sendAt: string, at: string): EnrolMessage {
  const { id, topic } = draft;
  const event = { campaign: { id, topic, sendAt, expiresAt: draft.expiresAt.toString() } };
  return { kind: 'enrol', customer, scenario: campaignScenario, key: id, at, event };
}

export function wouldReach(
  customer: Customer,
  draft: CampaignDraft,
  scenario: Scenario,
  around: SendingSurroundings,
): ReachedOrNot {
  const run = runOf(customer, draft.id);
  if (run) return { is: 'had' };
  if (!isInAudience(customer, draft.audience, around.at)) return { is: 'out', because: 'not-in-audience' };
  const now = around.at.toString();
  const command = commandFor(draft, customer.id, now, now);
  const shut = refusal({ scenario, customer, around }, entryOfCommand(scenario, command));
  if (shut) return { is: 'out', because: shut };
  const step = scenario.steps.filter(isMessage).find(({ id }) => id === draft.topic);
  if (!step) throw new Error(`The scenario ${scenario.id} has no step ${draft.topic}.`);
  const verdict = maySend({ scenario, step, since: around.at, side: undefined, customer, around });
  if (verdict.may === 'never' && isForComparison(verdict.because))
    return { is: 'compared', because: verdict.because };
  if (verdict.may === 'never' && !('late' in verdict)) return { is: 'out', because: verdict.because };
  return verdict.may === 'go' ? { is: 'in' } : { is: 'in', waits: verdict.because };
}

const isForComparison = (because: Because) => because === 'holdout' || because === 'control-group';

/** How the customer has come into the campaign, where the record still knows. */
export function runOf({ enrolments, ended }: Customer, campaign: string) {
  const isIts = (run: { readonly scenario: string; readonly key: string }) =>
    run.scenario === campaignScenario && run.key === campaign;
  return enrolments.find(isIts) ?? ended.find(isIts);
}

/** The side it came in on, where the record still knows. */
export function sideOf(customer: Customer, campaign: string): Side | undefined {
  const run = runOf(customer, campaign);
  return run && 'side' in run ? run.side : undefined;
}
