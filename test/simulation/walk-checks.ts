/** What must be true of every step of a run, as the stored records show it one after the other. */
import type { Scenario } from '../../shared/core/language/scenario.ts';
import type { Step } from '../../shared/core/language/steps.ts';
import type { Customer, Enrolment } from '../../shared/core/record/customer.ts';
import { dueFault } from './due-checks.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';
import { shareOf } from './sharing.ts';

export function walkFaults(
  oracle: Oracle,
  parts: OracleParts,
  before: Customer | undefined,
  after: Customer,
): void {
  for (const enrolment of after.enrolments) {
    const known = before?.enrolments.find(({ id }) => id === enrolment.id);
    if (
      known &&
      known.arm === enrolment.arm &&
      known.step === enrolment.step &&
      known.version === enrolment.version
    )
      continue;
    const scenario = parts.book.find(enrolment.scenario, enrolment.version);
    const who = `${after.id} ${enrolment.scenario}/${enrolment.step}`;
    splitFault(oracle, after, enrolment, scenario, who);
    repeatFault(oracle, enrolment, scenario, who);
    if (known) movingFault(oracle, parts, known, enrolment, who);
    if (!enrolment.ended && known?.step !== enrolment.step) dueFault(oracle, parts, after, enrolment, who);
  }
}

/** The same customer takes the same way, in every run: by weight, and by a hash that knows nothing of the run. */
function splitFault(
  oracle: Oracle,
  customer: Customer,
  enrolment: Enrolment,
  scenario: Scenario,
  who: string,
): void {
  for (const [name, variant] of Object.entries(enrolment.variants ?? {})) {
    const step = scenario.steps.find(
      (one): one is Extract<Step, { kind: 'split' }> => one.id === name && one.kind === 'split',
    );
    if (!step || customer.aliases.length > 0) continue;
    const share = shareOf(['split', customer.store, customer.id, scenario.id, name]);
    const total = step.ways.reduce((sum, { weight }) => sum + weight, 0);
    let upTo = 0;
    const mine = step.ways.find(({ weight }) => {
      upTo += weight;
      return share * total < upTo;
    });
    oracle.check('a split always parts alike', mine?.variant !== variant && `${who}: ${name} is ${variant}`);
  }
}

function repeatFault(oracle: Oracle, { counts }: Enrolment, { steps }: Scenario, who: string): void {
  for (const step of steps) {
    if (step.kind !== 'repeat') continue;
    const rounds = counts?.[step.id] ?? 0;
    oracle.check(
      'a repeat ends after its rounds',
      rounds > step.atMost && `${who}: ${rounds} rounds of ${step.id}`,
    );
  }
}

/** A run changes its version only where the next one takes its step over, and lands where the map says. */
function movingFault(
  oracle: Oracle,
  { book }: OracleParts,
  known: Enrolment,
  enrolment: Enrolment,
  who: string,
): void {
  if (enrolment.version <= known.version) return;
  // Who slept or dozed was walked on in the older version first, to a step that only the engine knows.
  if (known.asleep || (known.doze && enrolment.arm > known.arm + 1)) return;
  let step: string | undefined = known.step;
  for (let version = known.version + 1; version <= enrolment.version && step !== undefined; version += 1) {
    if (!book.has(enrolment.scenario, version)) continue;
    const { inFlight } = book.find(enrolment.scenario, version);
    step = inFlight === undefined || inFlight === 'stay' ? undefined : inFlight.move[step];
  }
  oracle.check('who is to stay keeps her version', step === undefined && `${who} came from ${known.step}`);
  const isAt = enrolment.arm === known.arm + 1 && !enrolment.ended && step !== enrolment.step;
  oracle.check('who is moved lands where the map says', step !== undefined && isAt && `${who}, not ${step}`);
}
