/** `schedule`, `approve` and `stop`: what may go, who said so, and how it begins, goes on and ends. */
import type { Temporal } from 'temporal-polyfill';
import { runBrake, withoutPause, withPause } from '../../../shared/core/record/brakes.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import { audienceLines, dataOf } from './audience-report.ts';
import { type CampaignDraft, campaignOf } from './draft.ts';
import { type AudienceNow, type CampaignDeployment, reachEverybody, sendAtOn } from './reach-everybody.ts';
import { campaignScenario, commandFor } from './standing.ts';

/** Stores the words beside the records. Nobody gets them before they are approved. */
export async function schedule(target: CampaignDeployment, draft: CampaignDraft): Promise<Report> {
  const { campaigns } = target.ports;
  const known = await campaigns.load(draft.id);
  if (known?.approved && known.digest !== draft.digest)
    throw new OperatorRefusal(
      `${draft.id} is approved, and may have gone: give the changed draft another id.`,
    );
  const everybody = await reachEverybody(target, draft);
  const reached = known?.approved ? withinTime(draft, everybody, target.settings.timeZone) : everybody;
  if (!known?.approved && isBefore(draft.at, reached.now))
    throw new OperatorRefusal(
      `${draft.id} is for a time that is past: it would go as soon as it is approved. Give it a time to come.`,
    );
  fitsInto(draft, reached, target.settings.timeZone);
  if (!known?.approved) await campaigns.put(campaignOf(draft));
  return {
    lines: [
      target.called,
      ...audienceLines(draft, reached),
      ...(known && known.digest !== draft.digest
        ? [`前の予約と置き換えました (it takes the place of what was scheduled before: ${known.digest}).`]
        : []),
      `予約しました。承認すると始まります (stored; "approve" begins it). ${draft.digest}`,
    ],
    data: { campaign: draft.id, digest: draft.digest, ...dataOf(reached) },
  };
}

/** Approves what was scheduled, and begins; typed again, it goes on where it was, and also after a `stop`. */
export async function approve(target: CampaignDeployment, draft: CampaignDraft, by: string): Promise<Report> {
  const { campaigns, control, intake, audit } = target.ports;
  const known = await campaigns.load(draft.id);
  if (!known) throw new OperatorRefusal(`${draft.id} is not scheduled yet: "campaign schedule" stores it.`);
  if (known.digest !== draft.digest)
    throw new OperatorRefusal(
      known.approved
        ? `The draft of ${draft.id} has changed since it was approved: put the words back to go on with it, or give the changed draft another id.`
        : `The draft of ${draft.id} has changed since it was scheduled: schedule it again, then approve what is there.`,
    );
  const brake = runBrake(campaignScenario, draft.id);
  const paused = (await control.read()).paused.scenarios.includes(brake);
  const now = await target.clock.now();
  const zone = target.settings.timeZone;
  const everybody = await reachEverybody(target, draft);
  // Its draft can no longer change: whoever waits is not kept waiting for want of days for others.
  const reached = known.approved ? withinTime(draft, everybody, zone) : everybody;
  // What is refused has changed nothing: what was stopped stays so.
  fitsInto(draft, reached, zone);
  if (!known.approved) await campaigns.put({ ...known, approved: { by, at: now.toString() } });
  if (paused) {
    await audit.note({ at: now, action: 'resume', who: brake, by });
    await control.change((brakes) => withoutPause(brakes, brake));
  }
  await intake.put(
    [...reached.turns, ...reached.compared].map(({ customer, day }) =>
      commandFor(draft, customer, sendAtOn(draft, day, zone).toString(), now.toString()),
    ),
  );
  return {
    lines: [
      target.called,
      ...audienceLines(draft, reached),
      `${known.approved?.by ?? by} approved it ${known.approved?.at ?? now}; ${reached.turns.length} are let in now.`,
      ...(paused
        ? [
            '停止を解除しました。待っている方には6時間以内に届きます (it goes on: who waits gets it within six hours).',
          ]
        : []),
    ],
    data: { campaign: draft.id, approved: known.approved ?? { by, at: now.toString() }, ...dataOf(reached) },
  };
}

/** At its pace the last letter goes before the campaign is over. */
function fitsInto(draft: CampaignDraft, { turns }: AudienceNow, zone: string): void {
  const last = turns.at(-1);
  if (!last || isBefore(sendAtOn(draft, last.day, zone), draft.expiresAt)) return;
  throw new OperatorRefusal(
    `At ${draft.pace ?? turns.length} a day the last letter would go ${last.day}, after the campaign has expired: raise its pace, or let it expire later.`,
  );
}

/** Without those for whom no day is left. */
function withinTime(draft: CampaignDraft, reached: AudienceNow, zone: string): AudienceNow {
  const isIn = ({ day }: AudienceNow['turns'][number]) =>
    isBefore(sendAtOn(draft, day, zone), draft.expiresAt);
  const turns = reached.turns.filter(isIn);
  const left = reached.turns.length - turns.length;
  const out = left > 0 ? { ...reached.out, 'no-day-left': left } : reached.out;
  return { ...reached, turns, compared: reached.compared.filter(isIn), out };
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) =>
  one.epochMilliseconds < other.epochMilliseconds;

/** Nobody who has not had it gets it, unless it is approved again before it expires. */
export async function stop(
  target: Pick<CampaignDeployment, 'ports' | 'called' | 'clock'>,
  id: string,
  { by, because }: { readonly by: string; readonly because: string },
): Promise<Report> {
  const { campaigns, control, audit } = target.ports;
  if (!(await campaigns.load(id)))
    throw new OperatorRefusal(`${id} is not scheduled: there is nothing to stop.`);
  const brake = runBrake(campaignScenario, id);
  const since = await target.clock.now();
  await audit.note({ at: since, action: 'pause', who: brake, by, because });
  await control.change((brakes) => withPause(brakes, brake, { by, because, since }));
  return {
    lines: [
      `${target.called}: ${id} is stopped; every worker knows within 10 seconds. Whoever has not had it gets it only if it is approved again before it expires.`,
    ],
    data: { campaign: id, stopped: { by, because, at: since.toString() } },
  };
}
