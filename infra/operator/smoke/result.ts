/** What one question of the smoke test came to. */
export interface Result {
  readonly name: string;
  readonly outcome: 'pass' | 'fail' | 'skip';
  /** What was found; of a skip, why it was not asked. */
  readonly told: string;
}

export const pass = (name: string, told: string): Result => ({ name, outcome: 'pass', told });
export const fail = (name: string, told: string): Result => ({ name, outcome: 'fail', told });
export const skip = (name: string, told: string): Result => ({ name, outcome: 'skip', told });

export const resultInWords = ({ name, outcome, told }: Result) =>
  `${outcome.toUpperCase().padEnd(5)} ${name}: ${told}`;
