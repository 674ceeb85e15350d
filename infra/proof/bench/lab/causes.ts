/** Why an invocation was: what its message came to, told by what it asked, sent and counted. */
import type { FunctionName } from '../../../stack/names.ts';
import type { Invoked } from './lab.ts';
import type { QueuedMessage } from './waiting.ts';

export const causes = {
  sent: 'the sent step itself',
  skipped: 'skipped',
  held: 'held',
  stale: 'stale timers',
  look: 'looks',
  walked: 'timers without a message',
  events: 'events taken in',
  toEverybody: 'events told to everybody, page by page',
  feedback: 'SES feedback',
  page: 'unsubscribes by link',
  sweep: 'sweep',
} as const;

export type Cause = keyof typeof causes;

/** A line of the embedded metric format: names of metrics with their counts, and what tells them apart. */
interface MetricLine {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly {
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
  readonly [field: string]: unknown;
}

/** A line that holds metrics; undefined for every other. */
export function metricLineOf(line: string): MetricLine | undefined {
  if (!line.includes('"_aws"')) return undefined;
  return JSON.parse(line) as MetricLine;
}

/** Each metric that a line counts is billed by its name and what its dimensions say. */
export function metricsOf(line: MetricLine): string[] {
  return line._aws.CloudWatchMetrics.flatMap(({ Dimensions, Metrics }) =>
    Dimensions.flatMap((names) => {
      const told = names.map((name) => `${name}=${line[name]}`).join(',');
      return Metrics.map(({ Name }) => `${Name}{${told}}`);
    }),
  );
}

/** True where a metric of this name was counted. */
export const counted = ({ log }: Invoked, name: string) =>
  log.some((line) =>
    metricLineOf(line)?._aws.CloudWatchMetrics.some((one) => one.Metrics.some((m) => m.Name === name)),
  );

export function causeOf(name: FunctionName, messages: readonly QueuedMessage[], found: Invoked): Cause {
  if (name === 'feedback') return 'feedback';
  if (name === 'pages') return 'page';
  if (name === 'reconcile') return 'sweep';
  const kinds = messages.map(({ body }) => (JSON.parse(body) as { kind?: string }).kind);
  if (name === 'ingest' && kinds.every((kind) => kind === 'sweep')) return 'sweep';
  if (name === 'ingest') return kinds.some((kind) => kind === 'many') ? 'toEverybody' : 'events';
  if (kinds.includes('look')) return found.writeUnits.record > 0 ? 'look' : 'stale';
  if (found.mails.length > 0) return 'sent';
  if (counted(found, 'Held')) return 'held';
  if (counted(found, 'Skipped')) return 'skipped';
  return found.writeUnits.record > 0 ? 'walked' : 'stale';
}
