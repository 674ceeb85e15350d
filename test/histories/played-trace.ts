/** The digest of every step of a simulated seed under all faults. */
import { allFaults } from '../simulation/faults.ts';
import { type SimulationOptions, type SimulationResult, simulate } from '../simulation/simulation.ts';

/** Not 8: in its half hour of a busy table one event is put back so often that it takes as long as all others together. */
export const traceSeeds = [1, 2, 3, 4, 5, 6, 7, 9, 10, 11] as const;

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
