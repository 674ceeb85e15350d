/** One play of the orders on a cloud of its own: in calm, or with faults between the workers and all they reach. */
import type { Temporal } from 'temporal-polyfill';
import { type Cloud, type CloudOptions, startCloud } from '../../laptop/cloud.ts';
import type { DatabaseKind } from '../../laptop/table/database.ts';
import { type ProgressTerminal, progressBar } from '../../terminal/progress.ts';
import { readAftermath } from '../demo/aftermath.ts';
import { busAt } from '../demo/bus.ts';
import { controlOf } from '../demo/control.ts';
import { type PlayClock, playEvents } from '../demo/play.ts';
import { rolledOut } from '../demo/rollout.ts';
import type { Programme } from '../demo/schedule.ts';
import { superstoreSettings } from '../demo/superstore-settings.ts';
import type { Aftermath } from '../demo/tally.ts';
import type { Dealer } from './dealer.ts';
import { type FaultProxy, startProxy } from './fault-proxy.ts';
import type { FaultKind } from './fault-table.ts';
import { operatorOf } from './redrive.ts';
import { steadyBus } from './steady-bus.ts';
import type { Witness } from './witness.ts';

export interface PlayParts {
  readonly what: Programme;
  readonly timeZone: string;
  readonly database: DatabaseKind;
  readonly err: ProgressTerminal;
  readonly signal: AbortSignal;
}

export interface Weather {
  readonly dealer: Dealer;
  readonly witness: Witness;
  /** From here on no more faults are dealt, so that everything may drain. */
  readonly calmFrom: Temporal.Instant;
}

export interface FaultPlay {
  readonly aftermath: Aftermath;
  /** Events the bus took. */
  readonly events: number;
  readonly failedInvocations: number;
  readonly redriven: number;
  readonly seconds: number;
}

interface Between {
  readonly options: Pick<CloudOptions, 'between' | 'feedbackDelay_ms' | 'workers'>;
  /** Where the storefront reaches the cloud. */
  readonly busUrl: (cloud: Cloud) => string;
  /** The cloud has begun. */
  readonly begun: (cloud: Cloud) => void;
  stop(): Promise<void>;
}

const nothingBetween: Between = {
  options: {},
  busUrl: (cloud) => cloud.url,
  begun: () => undefined,
  stop: async () => undefined,
};

function faultsBetween({ dealer, witness }: Weather): Between {
  const proxies: FaultProxy[] = [];
  let cloud: Cloud | undefined;
  const parts = {
    deal: (service: string) => dealer.deal(service),
    dealt(service: string, kind: FaultKind, body: Buffer) {
      dealer.count(service, kind);
      witness.faulted(service, kind, body);
    },
    kill: (accessKeyId: string) => cloud?.kill(accessKeyId) ?? false,
    done: witness.done.bind(witness),
  };
  return {
    options: {
      workers: 'child',
      feedbackDelay_ms: () => dealer.feedbackDelay_ms(),
      async between({ awsUrl, databaseUrl }) {
        const [ofCloud, ofDatabase] = [await startProxy(awsUrl, parts), await startProxy(databaseUrl, parts)];
        proxies.push(ofCloud, ofDatabase);
        return { awsUrl: ofCloud.url, databaseUrl: ofDatabase.url };
      },
    },
    busUrl: ({ url }) => proxies[0]?.url ?? url,
    begun: (begun) => {
      cloud = begun;
    },
    async stop() {
      await Promise.all(proxies.map((proxy) => proxy.stop()));
    },
  };
}

/** What an invocation failed of is the faults' doing; all else that the cloud tells is shown. */
function failuresOf(err: ProgressTerminal) {
  let failed = 0;
  return {
    get failed() {
      return failed;
    },
    report(line: string) {
      if (/^\w+ failed: /.test(line)) failed += 1;
      else err.write(`${line}\n`);
    },
  };
}

/** Plays once and reads what is left behind. Ends all it began, also when it fails. */
export async function playOnce(parts: PlayParts, weather?: Weather): Promise<FaultPlay> {
  const { what, timeZone, database, err, signal } = parts;
  const started_ms = performance.now();
  const between = weather ? faultsBetween(weather) : nothingBetween;
  const failures = failuresOf(err);
  const cloud = await startCloud({
    ...between.options,
    port: 0,
    // With more of the library than the two stories a play takes many times as long.
    settings: { ...superstoreSettings, scenarios: rolledOut(0) },
    startAt: what.from.toString(),
    database,
    report: failures.report,
  });
  between.begun(cloud);
  const control = controlOf(cloud.url, signal);
  const operator = operatorOf(cloud, control);
  const bus = busAt(between.busUrl(cloud), cloud.settings.busName);
  const bar = progressBar(what, timeZone, err, async () => (await control.stats()).mails);
  let now = what.from;
  const clock: PlayClock = {
    async moveTo(to) {
      const calmFrom = weather?.calmFrom;
      if (
        calmFrom &&
        now.epochMilliseconds < calmFrom.epochMilliseconds &&
        to.epochMilliseconds >= calmFrom.epochMilliseconds
      ) {
        await operator.moveTo(now, calmFrom);
        now = calmFrom;
        weather.dealer.calm = true;
      }
      await operator.moveTo(now, to);
      now = to;
    },
    settle: () => operator.settle(),
  };
  try {
    const { events } = await playEvents(what, { bus: steadyBus(bus), clock }, bar.report, signal);
    const aftermath = await readAftermath(control, what.entries);
    const seconds = (performance.now() - started_ms) / 1000;
    return { aftermath, events, failedInvocations: failures.failed, redriven: operator.redriven, seconds };
  } finally {
    bar.stop();
    bus.close();
    operator.stop();
    await cloud.stop();
    await between.stop();
  }
}
