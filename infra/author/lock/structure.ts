/** What of a scenario people in flight depend on, as one hash: the words that explain it to a reader are left out. */
import { createHash } from 'node:crypto';
import type { Scenario } from '../../../shared/core/language/scenario.ts';

/** Say what a journey is for, and decide nothing; `enabled` decides nothing for those inside. */
const words: readonly string[] = [
  'purpose',
  'stage',
  'program',
  'waitsFor',
  'hypothesis',
  'motive',
  'barrier',
  'callToAction',
  'kpi',
  'enabled',
  'startSets',
];

/** SHA-256 in hex of a scenario's structure; the order of its fields and of nothing else is free. */
export function structureHash(scenario: Scenario): string {
  const structure = Object.fromEntries(Object.entries(scenario).filter(([field]) => !words.includes(field)));
  return createHash('sha256').update(canonical(structure)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
}
