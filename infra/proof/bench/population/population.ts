/** The frozen populations: what the bench plays, the same for every version of the product. Never made anew. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One event as it comes onto the bus; `detail` is its wire shape. */
export interface PopulationEvent {
  readonly at_ms: number;
  readonly name: string;
  readonly detail: { readonly eventId: string; readonly [part: string]: unknown };
}

export interface Population {
  readonly name: PopulationName;
  readonly events: readonly PopulationEvent[];
  /** SHA-256 of the file's text, as hex. */
  readonly digest: string;
}

/** `year`: 40 customers over 400 days. `ten-years`: two of them for ten years. */
export type PopulationName = 'year' | 'ten-years';

const fileOf = (name: PopulationName) => path.join(import.meta.dirname, `${name}.ndjson.gz`);

/** One event a line, in the order of their time. */
export const eventLines = (events: readonly PopulationEvent[]) =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');

export function readPopulation(name: PopulationName): Population {
  const text = gunzipSync(readFileSync(fileOf(name))).toString('utf8');
  const events = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PopulationEvent);
  return { name, events, digest: createHash('sha256').update(text).digest('hex') };
}
