/** Which way of a split a customer takes: by hash, so the same one in every world and every run. */
import type { Split } from '../../language/steps.ts';
import { fraction } from '../../values/ids.ts';
import type { Place } from './walk-place.ts';

export function variantOf(step: Split, { customer, scenario }: Place): Split['ways'][number] {
  const total = step.ways.reduce((sum, { weight }) => sum + weight, 0);
  let left = fraction(['split', customer.store, customer.id, scenario.id, step.id]) * total;
  for (const way of step.ways) {
    left -= way.weight;
    if (left < 0) return way;
  }
  return step.ways.at(-1) as Split['ways'][number];
}
