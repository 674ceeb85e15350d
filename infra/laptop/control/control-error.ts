/** A control request that cannot be met: told as `{ error, remedy }`. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  readonly code = 'CONTROL_ERROR';
  readonly status: number;
  readonly remedy: string;

  constructor(status: number, message: string, remedy: string) {
    super(message);
    this.status = status;
    this.remedy = remedy;
  }
}
