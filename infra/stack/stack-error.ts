/** A mistake that the operator can put right: its sentence is printed alone, without a stack trace. */
export abstract class StackError extends Error {
  abstract override readonly name: string;
  abstract readonly code: string;
}
