/** The digest of every step of a simulated seed under all faults. */
import { allFaults } from '../simulation/faults.ts';
import { type SimulationOptions, type SimulationResult, simulate } from '../simulation/simulation.ts';

export const traceSeeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export const traceOptions = (seed: number): SimulationOptions => ({
  seed,
  customers: 12,
  days: 90,
  faults: allFaults,
  scenarios: 'both',
});

/** `seed <n>: <steps> steps, <mails> mails, trace <digest>` */
export const traceLine = (seed: number, { steps, mails, trace }: SimulationResult): string =>
  `seed ${seed}: ${steps} steps, ${mails} mails, trace ${trace.digest()}`;

export const playedTrace = (seed: number): Promise<SimulationResult> => simulate(traceOptions(seed));
