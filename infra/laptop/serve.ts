/** The embedded cloud in the foreground, until Ctrl-C. */
import { Command, InvalidArgumentError } from 'commander';
import { processEnvironment } from '../../shared/settings/process-environment.ts';
import { type Cloud, startCloud } from './cloud.ts';

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 0 (any free one) to 65535.');
}

interface Options {
  readonly port: number;
  readonly startAt?: string;
  readonly verbose?: boolean;
}

const { port, startAt, verbose } = new Command('npm start --')
  .description('Runs Tsunagu on this machine: AWS on one port, in memory. No mail leaves it.')
  .option('--port <number>', 'where it listens', portOf, 4600)
  .option('--start-at <moment>', 'where its clock begins, such as 2026-11-22T09:00:00Z')
  .option('--verbose', 'shows what the functions log')
  .parse()
  .opts<Options>();

function welcome({ url, names, settings }: Cloud): string {
  const link = url.replace('127.0.0.1', 'localhost');
  const entry = JSON.stringify([
    {
      EventBusName: names.bus,
      Source: settings.eventSource,
      DetailType: 'OrderPlaced',
      Detail: JSON.stringify({
        eventId: 'evt-1',
        occurredAt: new Date().toISOString(),
        customer: { id: 'c-1', email: 'hana@example.com', name: 'Hana', acceptsMarketing: true },
        order: {
          id: 'o-1',
          currency: 'JPY',
          total: 5400,
          items: [{ productId: 'p-1', name: 'Serum', quantity: 1, unitPrice: 5400 }],
        },
      }),
    },
  ]);
  return `Tsunagu is running: mailbox, clock and a sample order at ${link}
Bus "${names.bus}", event source "${settings.eventSource}". Put an order on it:

  AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION=us-east-1 \\
  aws events put-events --endpoint-url ${link} --entries '${entry}'

Let a week pass: curl -X POST ${link}/_local/clock -d '{"advance":"P7D"}'
Stop with Ctrl-C; nothing is kept.`;
}

function fail(error: unknown): never {
  const isKnown = error instanceof Error && 'code' in error;
  console.error(isKnown ? error.message : error);
  process.exit(1);
}

let stopping = false;
let cloud: Cloud | undefined;

async function stop(): Promise<void> {
  // npm passes the signal on that the terminal has sent already.
  if (stopping) return;
  stopping = true;
  await cloud?.stop();
  process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
process.on('SIGHUP', stop);

/** npm hands a signal of its own to the shell between, which ends and tells nobody. */
function stopWithNpm(): void {
  if (processEnvironment().npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 500).unref();
}

try {
  cloud = await startCloud({ port, startAt, verbose, unsigned: true });
  console.log(welcome(cloud));
  stopWithNpm();
} catch (error) {
  fail(error);
}
