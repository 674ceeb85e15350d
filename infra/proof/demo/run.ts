/** One run of the demo: read the events, start an embedded cloud, play, count, print. */
import { localSettings } from '../../../shared/settings/local-settings.ts';
import { startCloud } from '../../laptop/cloud.ts';
import { type ProgressTerminal, progressBar } from '../../terminal/progress.ts';
import type { Streams } from '../../terminal/run-as-command.ts';
import { readAftermath } from './aftermath.ts';
import { busAt } from './bus.ts';
import type { BusEntry } from './bus-entry.ts';
import { type Calendar, customerCalendar } from './calendar.ts';
import { contactPolicyFaultsOf } from './contact-policy.ts';
import { controlOf } from './control.ts';
import { type BadLine, readEventsFile } from './ndjson.ts';
import type { DemoOptions } from './options.ts';
import { type PlayedEvents, playEvents } from './play.ts';
import { demoReport } from './report.ts';
import { rolledOut } from './rollout.ts';
import { type Programme, programme } from './schedule.ts';
import { readSuperstore, superstoreCsv } from './superstore.ts';
import { superstoreEvents } from './superstore-events.ts';
import { superstoreSettings } from './superstore-settings.ts';
import { type Aftermath, emptySummary, tally } from './tally.ts';

/** Of so many customers the calendar is printed. */
const calendars = 2;

type Overrides = Parameters<typeof localSettings>[0];

interface Input {
  readonly entries: readonly BusEntry[];
  readonly bad: readonly BadLine[];
  /** Beyond those of `npm start`. */
  readonly overrides: Overrides;
}

async function inputOf(options: DemoOptions): Promise<Input> {
  if (options.events !== undefined) return { ...(await readEventsFile(options.events)), overrides: {} };
  const { eventSource } = localSettings(superstoreSettings);
  const entries = superstoreEvents(readSuperstore(superstoreCsv()), eventSource);
  return {
    entries,
    bad: [],
    overrides: { ...superstoreSettings, scenarios: rolledOut(options.rollout ?? 100) },
  };
}

interface Outcome {
  readonly played: PlayedEvents;
  readonly aftermath: Aftermath;
}

async function playOnCloud(
  what: Programme,
  overrides: Overrides,
  err: ProgressTerminal,
  signal: AbortSignal,
): Promise<Outcome> {
  const settings = localSettings(overrides);
  const startAt = what.from.toString();
  const cloud = await startCloud({ port: 0, settings: overrides, startAt, unsigned: true });
  const control = controlOf(cloud.url, signal);
  const bus = busAt(cloud.url, settings.busName);
  const bar = progressBar(what, settings.timeZone, err, async () => (await control.stats()).mails);
  try {
    const played = await playEvents(what, { bus, clock: control }, bar.report, signal);
    return { played, aftermath: await readAftermath(control, what.entries) };
  } finally {
    bar.stop();
    bus.close();
    await cloud.stop();
  }
}

function tellBad(bad: readonly BadLine[], err: NodeJS.WritableStream): void {
  for (const { origin, because } of bad) err.write(`${origin}: ${because}\n`);
}

function tellDead({ queues }: Aftermath['stats'], err: NodeJS.WritableStream): void {
  for (const [name, { visible }] of Object.entries(queues)) {
    if (name.endsWith('-dead') && visible > 0) err.write(`Dead letters in ${name}: ${visible}\n`);
  }
}

function drawn({ entries }: Programme, { mails, customers }: Aftermath, timeZone: string): Calendar[] {
  return [...customers]
    .slice(0, calendars)
    .map(([id, { touchpoints }]) => customerCalendar(id, { entries, touchpoints, mails }, timeZone));
}

/**
 * Runs the demo and resolves to the exit code: 1 when a mail went twice or against the contact policy, a message died,
 * an outcome stayed unknown, or nothing could be played.
 *
 * @param signal stops the run; the promise then rejects with its reason
 */
export async function runDemo(
  options: DemoOptions,
  { out, err }: Streams,
  signal: AbortSignal,
): Promise<number> {
  const started_ms = performance.now();
  const seconds = () => (performance.now() - started_ms) / 1000;
  const { entries, bad, overrides } = await inputOf(options);
  tellBad(bad, err);
  const { timeZone } = localSettings(overrides);
  const what = programme(entries, options, timeZone);
  if (!what) {
    err.write('There is nothing to play: give events that lie within --until.\n');
    if (options.json) out.write(`${JSON.stringify(emptySummary(seconds()))}\n`);
    return 1;
  }
  const { played, aftermath } = await playOnCloud(what, overrides, err, signal);
  tellBad(played.refused, err);
  tellDead(aftermath.stats, err);
  const contactPolicy = contactPolicyFaultsOf(aftermath.mails, what.entries, localSettings(overrides));
  const summary = tally({ ...aftermath, contactPolicy }, what.entries, played.events, seconds());
  const text = () => demoReport(summary, drawn(what, aftermath, timeZone));
  out.write(options.json ? `${JSON.stringify(summary)}\n` : text());
  const { duplicates, deadLetters, unknown } = summary;
  const faults = duplicates + deadLetters + unknown + contactPolicy.inQuietHours + contactPolicy.overCaps;
  const well = faults === 0 && played.events > 0;
  return well ? 0 : 1;
}
