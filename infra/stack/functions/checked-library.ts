/** The library as the functions are given it: checked here, written as one file, and known to them by its digest. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkScenarios } from '../../../shared/core/language/check/check-scenarios.ts';
import { catalogueToRun, scenarioToRun } from '../../../shared/core/language/library-to-run.ts';
import * as library from '../../../shared/library.ts';

interface CheckedLibrary {
  readonly text: string;
  /** SHA-256 of the text, in hex. */
  readonly digest: string;
}

let checked: CheckedLibrary | undefined;

/** Checks the library once a process. Throws `InvalidScenario`: then nothing is bundled. */
export function checkedLibrary(): CheckedLibrary {
  if (checked) return checked;
  const { scenarios, catalogue, segments, surveys, facts } = library;
  checkScenarios(scenarios, catalogue, segments);
  const text = JSON.stringify({
    scenarios: scenarios.map(scenarioToRun),
    catalogue: catalogueToRun(catalogue),
    segments,
    surveys,
    facts,
  });
  checked = { text, digest: createHash('sha256').update(text).digest('hex') };
  return checked;
}

/** Writes it where bundles are given it from. */
export function writeCheckedLibrary(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, checkedLibrary().text);
}
