/** `result`: what became of the campaign, as far as the records and the tables beside them tell. */
import { isKeptOut } from '../../../shared/core/contact-policy/holdout.ts';
import { entryOfCommand } from '../../../shared/core/enrolments/enter-entry.ts';
import { runNames } from '../../../shared/core/facts/run-names.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import { touchpointId } from '../../../shared/core/values/ids.ts';
import { engineSettings } from '../../../shared/settings/engine-settings.ts';
import { OperatorRefusal, WrongUsage } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import { everyRecord } from '../recovery/every-record.ts';
import { afterLetter, type DaysAfter, type RecordAsked } from './after-letter.ts';
import type { CampaignDraft } from './draft.ts';
import { type CampaignDeployment, campaignOfBook } from './reach-everybody.ts';
import { campaignInWords } from './result-in-words.ts';
import { ResultSums } from './result-sums.ts';
import { campaignScenario, commandFor, runOf, sideOf } from './standing.ts';

const batch = 100;
const usualDays = 7;
/** A record knows its newest orders one by one: of longer ago it would tell too few. */
const mostDays = 60;

export async function result(
  target: CampaignDeployment,
  draft: CampaignDraft,
  given?: string,
): Promise<Report> {
  const { ports, settings } = target;
  const { id, topic } = draft;
  const days = daysOf(given);
  const now = await target.clock.now();
  const book = target.book();
  const scenario = campaignOfBook(book);
  const around = { settings: engineSettings(settings), book, at: now };
  const window: DaysAfter = { days, timeZone: settings.timeZone, now, topic };
  const stored = await ports.campaigns.load(id);
  if (!stored)
    throw new OperatorRefusal(`${id} is not scheduled: there is nothing to tell of under this name.`);
  const approvedAt = stored.approved?.at;
  const sums = new ResultSums();
  let people = new Map<string, RecordAsked & { readonly isCompared: boolean }>();
  let keys: (readonly [string, string])[] = [];
  const read = async () => {
    const [asked, known] = [keys, people];
    keys = [];
    people = new Map();
    for (const touchpoint of await ports.touchpoints.loadMany(asked)) {
      const hers = known.get(touchpoint.customer);
      if (hers) sums.add(touchpoint, afterLetter(touchpoint, hers, window), hers.isCompared);
    }
  };
  const notUnderstood = await everyRecord(ports, around, async (customer) => {
    const run = runOf(customer, id);
    if (run && !isOver(run)) sums.waiting += 1;
    const letters = run ? [run.id] : forgottenRuns(customer, draft, scenario, approvedAt);
    if (letters.length === 0) return;
    const { orders, consent } = customer;
    const isCompared = isKeptOut(scenario, customer, around.settings, sideOf(customer, id)) !== undefined;
    people.set(customer.id, { orders, consent, isCompared });
    for (const enrolment of letters) keys.push([customer.id, letterOf(customer, enrolment, topic)]);
    if (keys.length >= batch) await read();
  });
  await read();
  const counts = sums.data();
  const left = notUnderstood > 0 ? [`${notUnderstood} customers were left out: newer code wrote them.`] : [];
  return {
    lines: [target.called, ...campaignInWords(id, days, counts), ...left],
    data: { campaign: id, days, ...counts, notUnderstood },
  };
}

function daysOf(given: string | undefined): number {
  if (given === undefined) return usualDays;
  const days = /^[1-9]\d?$/.test(given) ? Number(given) : 0;
  if (days < 1 || days > mostDays) throw new WrongUsage(`--days takes a whole number from 1 to ${mostDays}.`);
  return days;
}

const isOver = (run: object): boolean => !('due' in run) || ('ended' in run && run.ended !== undefined);

/** What it may be called in a record that no longer knows all its runs: of whoever has never forgotten one there is none. */
function forgottenRuns(
  customer: Customer,
  draft: CampaignDraft,
  scenario: Scenario,
  approvedAt: string | undefined,
): readonly string[] {
  if (!customer.forgot || approvedAt === undefined) return [];
  const { word } = entryOfCommand(scenario, commandFor(draft, customer.id, approvedAt, approvedAt));
  return runNames(customer, { scenario: campaignScenario, key: draft.id }, word);
}

const letterOf = ({ store, id: customer }: Customer, enrolment: string, step: string): string =>
  touchpointId({ store, customer, enrolment, step, lap: 0 });
