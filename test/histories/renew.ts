/**
 * `npm run histories`: renews the histories of decisions and of readings; `git diff` then names every line that a change
 * decides otherwise. What was written (`written/`) is never renewed.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { scenarios } from '../support/shipped.ts';
import { writeHistory } from './history-files.ts';
import { itemReadings } from './item-readings.ts';
import { orderReadings } from './order-readings.ts';
import { playedDemo } from './played-demo.ts';
import { playedScenario } from './played-scenario.ts';
import { playedTrace, traceLine, traceSeeds } from './played-trace.ts';
import { readable, readingsOf } from './readings.ts';
import { wholeReadings } from './whole-readings.ts';

/** So often the demo is played: what does not go each time is marked `~`. */
const demos = 6;

rmSync(join(import.meta.dirname, 'plays'), { recursive: true, force: true });
for (const id of new Set(scenarios.map((scenario) => scenario.id)))
  writeHistory(`plays/${id}.tsv`, await playedScenario(id));

for (const name of readable) writeHistory(`readings/${name}.ndjson`, readingsOf(name));
for (const name of ['items', 'whole-items'] as const)
  writeHistory(`readings/${name}.ndjson`, await itemReadings(name));
writeHistory('readings/order-records.ndjson', orderReadings());
writeHistory('readings/whole-records.ndjson', wholeReadings());

const traces: string[] = [];
for (const seed of traceSeeds) traces.push(traceLine(seed, await playedTrace(seed)));
writeHistory('traces.txt', `${traces.join('\n')}\n`);

const times = new Map<string, number>();
for (let nth = 0; nth < demos; nth++)
  for (const line of await playedDemo()) times.set(line, (times.get(line) ?? 0) + 1);
const mails = [...times].sort(([a], [b]) => (a < b ? -1 : 1));
writeHistory(
  'demo-mails.tsv',
  mails.map(([line, seen]) => `${seen === demos ? '=' : '~'}\t${line}\n`).join(''),
);
process.exit();
