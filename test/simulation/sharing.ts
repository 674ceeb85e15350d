/** The oracle's own reading of what a hash decides: a share in [0, 1) of SHA-256 over the parts as JSON. */
import { createHash } from 'node:crypto';
import type { Customer } from '../../shared/core/record/customer.ts';
import type { Settings } from '../../shared/settings/settings.ts';

type Her = Pick<Customer, 'store' | 'id'>;

export const isInControlGroup = (
  { store, id }: Her,
  { controlGroupPercent }: Pick<Settings, 'controlGroupPercent'>,
): boolean => shareOf(['control-group', store, id]) * 100 < controlGroupPercent;

/** @param scenario one of marketing */
export const isInHoldout = (
  { store, id }: Her,
  scenario: { readonly id: string; readonly holdout?: number | 'auto' | undefined },
): boolean =>
  shareOf(['holdout', store, id, scenario.id]) * 100 <
  // The simulation counts nobody's year.
  (scenario.holdout === 'auto' ? 0 : (scenario.holdout ?? 0));

export function shareOf(parts: readonly (string | number)[]): number {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
  return Number.parseInt(hex, 16) / 2 ** 48;
}
