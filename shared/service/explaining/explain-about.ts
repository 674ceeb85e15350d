/** What an explanation is given besides the record. */
import type { Temporal } from 'temporal-polyfill';
import type { Brakes } from '../../core/record/brakes.ts';
import type { AddressState } from '../../core/record/suppression.ts';
import type { Surroundings } from '../../core/record/surroundings.ts';

export interface AboutHer extends Surroundings {
  readonly brakes: Brakes;
  /** The state of her present address; `not-read` where it could not be asked for. */
  readonly address: AddressState | undefined | 'not-read';
  /** What happened before is left out. */
  readonly since?: Temporal.Instant | undefined;
}
