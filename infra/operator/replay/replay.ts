/** `replay`: puts archived events through the deployment's own rule again. */
import {
  DescribeReplayCommand,
  type DescribeReplayResponse,
  StartReplayCommand,
} from '@aws-sdk/client-eventbridge';
import { replayName } from '../../../shared/service/intake/replay-name.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import type { Target } from '../target/target.ts';
import { planInWords, planReplay, type ReplayAsked, type ReplayPlan } from './plan.ts';

export interface ReplayOptions extends ReplayAsked {
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly wait: boolean;
}

const pollEvery_s = 5;
const nameTries = 3;

/** Names are unique to the second: one that is taken waits for the next. Returns the plan as it was started. */
async function start(target: Target, plan: ReplayPlan): Promise<ReplayPlan> {
  const { settings, clients, clock } = target;
  for (let attempt = 1; ; attempt += 1) {
    const name = replayName(settings.store, settings.stage, plan.mode, await clock.now());
    try {
      await clients.events.send(
        new StartReplayCommand({
          ReplayName: name,
          Description:
            plan.mode === 'facts' ? 'Facts only: lets nobody in.' : 'May let in what is still fresh.',
          EventSourceArn: plan.archiveArn,
          EventStartTime: new Date(plan.from.epochMilliseconds),
          EventEndTime: new Date(plan.to.epochMilliseconds),
          Destination: { Arn: plan.busArn, FilterArns: [plan.ruleArn] },
        }),
      );
      return { ...plan, name };
    } catch (error) {
      const why = error instanceof Error ? error.name : '';
      if (why === 'LimitExceededException') {
        throw new OperatorRefusal(
          'Ten replays are under way in this account and region: wait for one, or cancel it.',
        );
      }
      if (why !== 'ResourceAlreadyExistsException' || attempt === nameTries) throw error;
      await clock.wait(1);
    }
  }
}

const ended = ['COMPLETED', 'CANCELLED', 'FAILED'];

async function watch(
  { clients, clock }: Target,
  name: string,
  progress: (line: string) => void,
): Promise<DescribeReplayResponse> {
  for (let before = ''; ; ) {
    const answer = await clients.events.send(new DescribeReplayCommand({ ReplayName: name }));
    if (ended.includes(answer.State ?? '')) return answer;
    const at = answer.EventLastReplayedTime?.toISOString();
    const line = `${answer.State}${at === undefined ? '' : `, events up to ${at}`}`;
    if (line !== before) progress(line);
    before = line;
    await clock.wait(pollEvery_s);
  }
}

/** @param progress told of each step while it is waited for */
export async function replay(
  target: Target,
  options: ReplayOptions,
  progress: (line: string) => void,
): Promise<Report> {
  const plan = await planReplay(target, options);
  const planView = (one: ReplayPlan) => ({ ...one, deployment: target.names.prefix });
  if (options.dryRun) {
    const lines = [target.called, ...planInWords(plan), 'Nothing was started: that was a dry run.'];
    return { lines, data: { ...planView(plan), started: false } };
  }
  if (options.send && !options.yes) {
    throw new OperatorRefusal(
      'With --send customers may be let in and mail may go. Look at it by --dry-run; if it is meant, add --yes.',
    );
  }
  const started = await start(target, plan);
  const lines = [target.called, ...planInWords(started)];
  if (!options.wait) {
    lines.push(`Started. See: aws events describe-replay --replay-name ${started.name}`);
    return { lines, data: { ...planView(started), started: true } };
  }
  const { State, StateReason, EventLastReplayedTime } = await watch(target, started.name, progress);
  const well = State === 'COMPLETED';
  lines.push(
    well
      ? 'All of it is on its way through the intake queue: "ops status" shows how much still waits there.'
      : `It ended ${State}${StateReason ? `: ${StateReason}` : ''}. To replay it again is harmless.`,
  );
  const last = EventLastReplayedTime?.toISOString();
  return { lines, data: { ...planView(started), started: true, state: State, last }, failed: !well };
}
