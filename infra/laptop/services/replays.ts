/** EventBridge StartReplay, DescribeReplay, ListReplays and CancelReplay. */
import type { Archive } from '../bus/archive.ts';
import type { EventBuses } from '../bus/bus.ts';
import type { Replay, ReplayInput, Replays } from '../bus/replays.ts';
import { type Json, Refusal } from '../http/message.ts';
import { optionalObject, optionalText, optionalTexts } from '../http/read-fields.ts';
import { pageOf } from './pages.ts';

const wrong = (field: string, reason: string) =>
  new Refusal('ValidationException', `Parameter ${field} is not valid. Reason: ${reason}`);

function requiredText(input: Json, name: string): string {
  const text = optionalText(input, name);
  if (text) return text;
  const field = name.charAt(0).toLowerCase() + name.slice(1);
  throw new Refusal(
    'ValidationException',
    `1 validation error detected: Value null at '${field}' failed to satisfy constraint: Member must not be null`,
  );
}

function replayNameOf(input: Json): string {
  const name = requiredText(input, 'ReplayName');
  if (/^[.\-_A-Za-z0-9]{1,64}$/.test(name)) return name;
  throw new Refusal(
    'ValidationException',
    `1 validation error detected: Value '${name}' at 'replayName' failed to satisfy constraint: ` +
      'Member must have length between 1 and 64 and satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+',
  );
}

function momentOf(input: Json, name: string): number {
  const value = input[name];
  const at_ms = typeof value === 'number' ? value * 1000 : Number.NaN;
  if (Number.isFinite(at_ms)) return at_ms;
  throw new Refusal('SerializationException', `${name} must be a timestamp.`);
}

function archiveOf(archives: readonly Archive[], sourceArn: string): Archive {
  const name = /:archive\/([^/]+)$/.exec(sourceArn)?.[1];
  if (name === undefined) throw wrong('EventSourceArn', 'Must contain an archive ARN.');
  const archive = archives.find((one) => one.arn === sourceArn);
  if (archive) return archive;
  throw wrong('EventSourceArn', `Archive ${name} does not exist.`);
}

function inputOf(input: Json, archives: readonly Archive[], buses: EventBuses): ReplayInput {
  const name = replayNameOf(input);
  const archive = archiveOf(archives, requiredText(input, 'EventSourceArn'));
  const destination = optionalObject(input, 'Destination') ?? {};
  const bus = requiredText(destination, 'Arn');
  if (!bus.includes(':event-bus/')) throw wrong('Destination.Arn', 'Must contain an event bus ARN.');
  if (bus !== archive.busArn) throw wrong('Destination.Arn', 'Cross event bus replay is not permitted.');
  const ruleArns = optionalTexts(destination, 'FilterArns') ?? [];
  for (const rule of ruleArns) {
    if (!buses.hasRule(rule)) throw wrong('Destination.FilterArns', `Rule ${rule} does not exist.`);
  }
  const [from_ms, to_ms] = [momentOf(input, 'EventStartTime'), momentOf(input, 'EventEndTime')];
  if (to_ms <= from_ms) throw wrong('EventEndTime', 'EventStartTime must be before EventEndTime.');
  return { name, archive, from_ms, to_ms, ruleArns, description: optionalText(input, 'Description') };
}

const seconds = (at_ms: number | undefined) => (at_ms === undefined ? undefined : at_ms / 1000);

function summary(replay: Replay): Json {
  return {
    ReplayName: replay.name,
    EventSourceArn: replay.archive.arn,
    State: replay.state,
    EventStartTime: seconds(replay.from_ms),
    EventEndTime: seconds(replay.to_ms),
    EventLastReplayedTime: seconds(replay.last_ms),
    ReplayStartTime: seconds(replay.started_ms),
    ReplayEndTime: seconds(replay.ended_ms),
  };
}

function list(replays: Replays, input: Json): Json {
  const [prefix, source, state] = ['NamePrefix', 'EventSourceArn', 'State'].map((name) =>
    optionalText(input, name),
  );
  if ([prefix, source, state].filter((filter) => filter !== undefined).length > 1) {
    throw new Refusal(
      'ValidationException',
      'At most one filter is allowed for ListReplays. Use either : State, EventSourceArn, or NamePrefix.',
    );
  }
  const chosen = replays
    .all()
    .filter(({ name }) => name.startsWith(prefix ?? ''))
    .filter(({ archive }) => source === undefined || archive.arn === source)
    .filter((replay) => state === undefined || replay.state === state);
  const { page, NextToken } = pageOf(chosen, input);
  return { Replays: page.map(summary), ...(NextToken && { NextToken }) };
}

/** Answers an operation on replays; undefined for any other. */
export function onReplays(
  operation: string,
  input: Json,
  { replays, archives, buses }: { replays: Replays; archives: readonly Archive[]; buses: EventBuses },
  now_ms: number,
): Json | undefined {
  if (operation === 'StartReplay') {
    const { arn, state, started_ms } = replays.start(inputOf(input, archives, buses), now_ms);
    return { ReplayArn: arn, State: state, ReplayStartTime: seconds(started_ms) };
  }
  if (operation === 'DescribeReplay') {
    const replay = replays.find(replayNameOf(input));
    const FilterArns = replay.ruleArns.length > 0 ? [...replay.ruleArns] : undefined;
    return {
      ...summary(replay),
      ReplayArn: replay.arn,
      Description: replay.description,
      Destination: { Arn: replay.archive.busArn, FilterArns },
    };
  }
  if (operation === 'CancelReplay') {
    const { arn, state } = replays.cancel(replayNameOf(input), now_ms);
    return { ReplayArn: arn, State: state };
  }
  return operation === 'ListReplays' ? list(replays, input) : undefined;
}
