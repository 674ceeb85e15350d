/** One trust boundary under fuzz: what comes in, and what must hold whatever comes. */
import type fc from 'fast-check';
import { reasonOf } from '../../functions/queue/reason-of.ts';
import { leakIn } from './planted.ts';

/** `accepted`, `ignored` or `refused`, or the code of the boundary's own error. */
export type Taken = string;

export interface Target {
  readonly name: string;
  readonly inputs: fc.Arbitrary<unknown>;
  /** Takes one input as the product would. Whatever it throws is a fault. */
  check(input: unknown): Taken | Promise<Taken>;
}

/** A target whose check knows the type of its own inputs. */
export function target<Input>(
  name: string,
  inputs: fc.Arbitrary<Input>,
  check: (input: Input) => Taken | Promise<Taken>,
): Target {
  return { name, inputs, check: (input) => check(input as Input) };
}

class Fault extends Error {
  override readonly name = 'Fault';
}

/** Throws {@link Fault} unless it holds. */
export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Fault(otherwise);
}

/** The code of an error that the boundary may throw; throws any other on. */
export function codeOf(error: unknown, ...codes: readonly string[]): Taken {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!codes.includes(code)) throw error;
  return code;
}

/** The same, for an error that goes into logs and reasons: it tells no personal data. */
export function refusal(error: unknown, ...codes: readonly string[]): Taken {
  const code = codeOf(error, ...codes);
  const told = `${reasonOf(error)} ${(error as Error).message}`;
  must(leakIn(told) === undefined, `the refusal tells personal data: ${told}`);
  return code;
}
