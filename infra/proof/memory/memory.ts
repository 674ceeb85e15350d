/** `npm run memory`: what all processes of `npm start`, npm's own among them, hold of the machine's memory after so many mails. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { localSettings } from '../../../shared/settings/local-settings.ts';
import { runAsCommand, type Streams } from '../../terminal/run-as-command.ts';
import { busAt } from '../demo/bus.ts';
import { controlOf } from '../demo/control.ts';
import { countOption } from '../demo/options.ts';
import { residentBelow } from './resident.ts';

const projectFolder = path.join(import.meta.dirname, '..', '..', '..');
/** PutEvents takes ten; what is on its way is bounded, so that queues hold little of what is measured. */
const together = 10;
const mostOnTheWay = 200;

interface Options {
  readonly mails: number;
  readonly json?: boolean;
}

function started(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk;
      const [, url] = /at (http:\/\/localhost:\d+)/.exec(said) ?? [];
      if (url) resolve(url.replace('localhost', '127.0.0.1'));
    });
    child.once('exit', () => reject(new Error('The embedded cloud did not start: see "npm start".')));
  });
}

/** The first order of one more customer: one mail at once, and letters that wait for their day. */
function orderOf(nth: number) {
  const at = Temporal.Now.instant();
  const customer = {
    id: `c-${nth}`,
    email: `c-${nth}@example.com`,
    name: 'Hana',
    locale: nth % 2 === 0 ? 'ja' : 'en',
    timeZone: 'Asia/Tokyo',
    acceptsMarketing: true,
  };
  const items = [{ productId: 'p-1', name: 'Serum', quantity: 1, unitPrice: 5400 }];
  const order = { id: `o-${nth}`, currency: 'JPY', total: 5400, items };
  const detail = JSON.stringify({ eventId: `e-${nth}`, occurredAt: at.toString(), customer, order });
  return { source: localSettings().eventSource, detailType: 'OrderPlaced', detail, at };
}

async function measure(
  { mails: wanted, json }: Options,
  { out, err }: Streams,
  signal: AbortSignal,
): Promise<number> {
  const child = spawn('npm', ['start', '--', '--port', '0'], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await started(child);
    const root = child.pid ?? 0;
    const idle = await residentBelow(root);
    const bus = busAt(url, localSettings().busName);
    const control = controlOf(url, signal);
    let put = 0;
    for (let sent = 0; sent < wanted; sent = (await control.stats()).mails) {
      if (put - sent < mostOnTheWay && put < wanted) {
        await bus.put(Array.from({ length: together }, (_, nth) => orderOf(put + nth)));
        put += together;
      } else await sleep(50, undefined, { signal });
      if (sent % 10 === 0) err.write(`\r${sent} of ${wanted} mails`);
    }
    err.write('\n');
    bus.close();
    const after = await residentBelow(root);
    const sum = (all: typeof after) =>
      Math.round(all.reduce((megabytes, one) => megabytes + one.resident_megabytes, 0));
    const processes = after.map(({ runs, resident_megabytes }) => ({
      runs,
      resident_megabytes: Math.round(resident_megabytes),
    }));
    const found = { mails: wanted, idle_megabytes: sum(idle), after_megabytes: sum(after), processes };
    if (json) out.write(`${JSON.stringify(found)}\n`);
    else {
      for (const one of processes)
        out.write(`${String(one.resident_megabytes).padStart(6)} MB  ${one.runs}\n`);
      out.write(
        `${String(found.after_megabytes).padStart(6)} MB after ${wanted} mails; ${found.idle_megabytes} MB idle\n`,
      );
    }
    return 0;
  } finally {
    child.kill('SIGTERM');
  }
}

await runAsCommand((run) =>
  new Command('npm run memory --')
    .description('Starts the embedded cloud, has it send mails, and adds up the memory of all its processes.')
    .addOption(countOption('--mails <count>', 'how many mails', 6000))
    .option('--json', 'one JSON object on stdout')
    .action((options: Options) => run((streams, signal) => measure(options, streams, signal))),
);
