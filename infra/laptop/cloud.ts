/** The embedded cloud: one port that speaks AWS, everything in memory, and the product's own functions beside it. */
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { localSettings } from '../../shared/settings/local-settings.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { StackNames } from '../stack/names.ts';
import { type ClockControl, clockControl } from './control/clock-control.ts';
import { controlApi } from './control/control-api.ts';
import { pageServer } from './control/page-server.ts';
import type { FunctionPlace } from './functions/environment.ts';
import { type Functions, startFunctions } from './functions/functions.ts';
import { createServer, lineToServer, listen, type ServerParts } from './http/server.ts';
import type { LifeKind } from './life.ts';
import type { ThreadLine } from './line/line.ts';
import { awsRouter } from './services/aws-router.ts';
import { awsServices } from './services/services.ts';
import { newState, type State } from './state.ts';
import { type Database, type DatabaseKind, startDatabase } from './table/database.ts';
import { createProductTables } from './table/product-tables.ts';
import { mailThatCameBack, SweepWatch } from './table/sweep-watch.ts';
import { ExpiryPasses } from './time/expiry-passes.ts';
import { Stepper } from './time/stepper.ts';

export interface CloudOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Over those of cdk.json and the laptop's own. */
  readonly settings?: Partial<Settings> | undefined;
  /** ISO 8601 moment at which the clock begins; the real present if left out. */
  readonly startAt?: string | undefined;
  /** Shows what the functions log. */
  readonly verbose?: boolean | undefined;
  /** Spares the workers' signatures, which this cloud never checks, and where they are threads the wire between them. */
  readonly unsigned?: boolean | undefined;
  /** Folder that holds `<function>/make-handler.ts` (or `.mjs`); the product's own if left out. */
  readonly handlers?: string | undefined;
  /** Threads if left out; child processes are killed as by the machine. */
  readonly workers?: LifeKind | undefined;
  /** dynalite if left out. */
  readonly database?: DatabaseKind | undefined;
  /** Told where cloud and database listen, says where the functions reach them: something may stand between. */
  readonly between?:
    | ((place: FunctionPlace) => Promise<Pick<FunctionPlace, 'awsUrl' | 'databaseUrl'>>)
    | undefined;
  /** How late SES tells of a mail, asked for each; at once if left out. */
  readonly feedbackDelay_ms?: (() => number) | undefined;
  /** Of links and codes, so that two plays send the same bytes; drawn anew if left out. */
  readonly secret?: string | undefined;
  /** Told of each invocation that failed, one line each; standard error if left out. */
  readonly report?: ((line: string) => void) | undefined;
}

export interface Cloud {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly port: number;
  readonly settings: Settings;
  readonly names: StackNames;
  readonly clock: ClockControl;
  /** Ends the worker that signs with this key in the middle of its invocation; false when none runs. */
  readonly kill: (accessKeyId: string) => boolean;
  /** Ends it with all its processes. Safe to call twice. */
  stop(): Promise<void>;
}

const ownFunctions = path.join(import.meta.dirname, '..', '..', 'functions');

/** Starts an embedded cloud. Throws `InvalidSettings` or `PortInUse`; then nothing is left running. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const settings = localSettings(options.settings);
  const startAt_ms =
    options.startAt === undefined ? undefined : Temporal.Instant.from(options.startAt).epochMilliseconds;
  const watch = new SweepWatch();
  let expiring: ((at_ms: number) => void) | undefined;
  const database = await startDatabase({
    verbose: options.verbose ?? false,
    kind: options.database,
    indexed: (partition, at_ms) => watch.note(partition, at_ms),
    expiring: (at_ms) => expiring?.(at_ms),
  });
  try {
    const state = newState(settings, startAt_ms, () => stepper.poke(), options.secret);
    const place = { url: '', awsUrl: '', databaseUrl: database.url };
    let stopped = false;
    const report = (line: string) => {
      if (!stopped) (options.report ?? console.error)(line);
    };
    const functions = startFunctions({
      ...state,
      environment: {
        settings,
        names: state.names,
        verbose: options.verbose ?? false,
        unsigned: options.unsigned ?? false,
        place,
      },
      handlers: options.handlers ?? ownFunctions,
      kind: options.workers ?? 'thread',
      lines: () => (isWireless(options) ? linesOf(place, served, database) : []),
      watch,
      report,
      changed: () => stepper.poke(),
    });
    const { work, sweep, oldestWork_ms } = functions;
    const expiry = new ExpiryPasses(oldestWork_ms, database.expire);
    expiring = (at_ms) => expiry.note(at_ms);
    const stepper = new Stepper({ clock: state.clock, agenda: state.agenda, work, sweep, aside: expiry });
    const clock = clockControl(state.clock, stepper, state.tally);
    await createProductTables(database, state.names);
    const served = servedBy(state, database, functions, {
      clock,
      report,
      url: () => place.url,
      feedbackDelay_ms: options.feedbackDelay_ms,
      cameBack: (at_ms) => watch.note(mailThatCameBack, at_ms),
    });
    const server = createServer(served);
    const port = await listen(server, options.port);
    place.url = `http://127.0.0.1:${port}`;
    place.awsUrl = place.url;
    Object.assign(place, await options.between?.({ ...place }));
    const stop = async () => {
      if (stopped) return;
      stopped = true;
      stepper.stop();
      server.close();
      server.closeAllConnections();
      await Promise.all([functions.stop(), database.stop()]);
      for (const kept of [state.mailbox, ...state.archives]) kept.close();
    };
    return { url: place.url, port, settings, names: state.names, clock, kill: functions.kill, stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** With something between them and the cloud, or as processes, workers have the wire alone. */
const isWireless = ({ unsigned, workers, between }: CloudOptions) =>
  unsigned === true && workers !== 'child' && between === undefined;

function linesOf(
  { awsUrl, databaseUrl }: FunctionPlace,
  served: ServerParts,
  database: Database,
): ThreadLine[] {
  const toDatabase = database.line();
  return [
    { host: new URL(awsUrl).host, port: lineToServer(served) },
    ...(toDatabase ? [{ host: new URL(databaseUrl).host, port: toDatabase }] : []),
  ];
}

interface Beside {
  readonly clock: ClockControl;
  readonly report: (line: string) => void;
  /** Known once the server listens. */
  readonly url: () => string;
  readonly feedbackDelay_ms?: (() => number) | undefined;
  readonly cameBack: (at_ms: number) => void;
}

function servedBy(
  state: State,
  database: Database,
  functions: Functions,
  { clock, report, url, feedbackDelay_ms = () => 0, cameBack }: Beside,
): ServerParts {
  const { settings, names, tally } = state;
  const parts = { ...state, database, tables: names.tables, store: settings.store, clock };
  return {
    handlers: [
      awsRouter(
        awsServices(state, database, { invoke: functions.invokeByName, url, feedbackDelay_ms, cameBack }),
        tally,
      ),
      functions.publicLinks,
      pageServer(parts),
      controlApi(parts),
    ],
    callerOf: functions.callerOf,
    report,
  };
}
