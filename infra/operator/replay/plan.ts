/** What a replay would do, from what the archive says of itself; nothing is started here. */
import { DescribeArchiveCommand, type DescribeArchiveResponse } from '@aws-sdk/client-eventbridge';
import { Temporal } from 'temporal-polyfill';
import { type ReplayMode, replayName } from '../../../shared/service/intake/replay-name.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Target } from '../target/target.ts';
import { type Window, windowOf } from './window.ts';

export interface ReplayPlan extends Window {
  readonly mode: ReplayMode;
  readonly name: string;
  readonly archive: string;
  readonly archiveArn: string;
  readonly busArn: string;
  /** The one rule that gets the events: the deployment's own way to its intake queue. */
  readonly ruleArn: string;
  readonly retention_days: number | undefined;
  readonly keptSince: Temporal.Instant | undefined;
  readonly archivedSince: Temporal.Instant | undefined;
  /** Of the whole archive; AWS counts up to a day late. */
  readonly events: number | undefined;
  readonly bytes: number | undefined;
  /** True where the newest events may not have reached the archive yet. */
  readonly mayMissTheLast: boolean;
}

export interface ReplayAsked {
  readonly from: string;
  readonly to: string;
  readonly send: boolean;
  readonly shopify: boolean;
}

/** AWS advises to wait so long before what just came is replayed. */
const archiveLag = { minutes: 10 };

const instantOf = (date: Date | undefined) => date && Temporal.Instant.fromEpochMilliseconds(date.getTime());

/** `…:event-bus/shop` and `wanted` → `…:rule/shop/wanted`; rules of the default bus are named without it. */
export function ruleArnOf(busArn: string, rule: string): string {
  const [before = '', bus = ''] = busArn.split(':event-bus/');
  return bus === 'default' ? `${before}:rule/${rule}` : `${before}:rule/${bus}/${rule}`;
}

async function describe({ clients, called }: Target, archive: string): Promise<DescribeArchiveResponse> {
  try {
    return await clients.events.send(new DescribeArchiveCommand({ ArchiveName: archive }));
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error;
    throw new OperatorRefusal(
      `${called} has no archive "${archive}": name the deployment by --store and --stage, or choose its region by AWS_REGION.`,
    );
  }
}

function refuseWhatIsGone(window: Window, answer: DescribeArchiveResponse, now: Temporal.Instant) {
  const keptSince = answer.RetentionDays ? now.subtract({ hours: 24 * answer.RetentionDays }) : undefined;
  if (keptSince && Temporal.Instant.compare(window.from, keptSince) < 0) {
    throw new OperatorRefusal(
      `The archive keeps ${answer.RetentionDays} days, and --from (${window.from}) lies before: give ${keptSince.round({ smallestUnit: 'second', roundingMode: 'ceil' })} or later.`,
    );
  }
  const archivedSince = instantOf(answer.CreationTime);
  if (archivedSince && Temporal.Instant.compare(window.to, archivedSince) <= 0) {
    throw new OperatorRefusal(
      `The archive began ${archivedSince.round('second')}, and --to (${window.to}) lies before: it holds nothing of that time.`,
    );
  }
  return { keptSince, archivedSince };
}

/** Looks at the archive and refuses what it cannot give. @throws `OperatorRefusal`, `WrongUsage` */
export async function planReplay(target: Target, asked: ReplayAsked): Promise<ReplayPlan> {
  const { names, settings } = target;
  const now = await target.clock.now();
  const window = windowOf(asked.from, asked.to, now, settings.timeZone);
  const archive = asked.shopify ? names.shopifyArchive : names.archive;
  const answer = await describe(target, archive);
  const since = refuseWhatIsGone(window, answer, now);
  const mode = asked.send ? 'send' : 'facts';
  const busArn = answer.EventSourceArn ?? '';
  return {
    ...window,
    ...since,
    mode,
    name: replayName(settings.store, settings.stage, mode, now),
    archive,
    archiveArn: answer.ArchiveArn ?? '',
    busArn,
    ruleArn: ruleArnOf(busArn, asked.shopify ? names.shopifyRule : names.rule),
    retention_days: answer.RetentionDays,
    events: answer.EventCount,
    bytes: answer.SizeBytes,
    mayMissTheLast: Temporal.Instant.compare(window.to, now.subtract(archiveLag)) > 0,
  };
}

const bytesInWords = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${Math.round(bytes / 1_000_000)} MB`;

/** The plan for a person. */
export function planInWords(plan: ReplayPlan): string[] {
  const kept = plan.retention_days ? `, which keeps ${plan.retention_days} days` : ', which keeps all';
  const size =
    plan.events === undefined
      ? 'its size is not known'
      : `it holds ${plan.events} events, ${bytesInWords(plan.bytes ?? 0)} in all`;
  return [
    `Replay ${plan.name}`,
    `  events of   ${plan.from} up to ${plan.to}, by the time they bear`,
    `  archive     ${plan.archive}${kept}; ${size}`,
    `  goes to     ${plan.ruleArn}`,
    plan.mode === 'facts'
      ? '  does        profile, consent, order numbers, exits and goals of open enrolments; lets nobody in, so nothing is sent for it'
      : '  does        all that, and lets in whoever was not let in yet and whose event is still fresh: mail may go',
    ...(plan.archivedSince && Temporal.Instant.compare(plan.from, plan.archivedSince) < 0
      ? [`  note        the archive began ${plan.archivedSince.round('second')}: it holds nothing before`]
      : []),
    ...(plan.mayMissTheLast
      ? [
          '  note        events may take ten minutes to reach the archive: replay the last ones once more later',
        ]
      : []),
  ];
}
