/** Who waits for a product, as a customer's events tell it: written before the save, each safe to repeat. */
import type { Effect } from '../../core/record/effect.ts';
import { isBefore } from '../../core/values/civil-time.ts';
import type { Engine } from './engine.ts';

/** Whoever asks waits from then on, and whoever has ordered it since waits no longer. */
export async function keepAskings(
  { world }: Engine<'askers'>,
  customer: string,
  effects: readonly Effect[],
): Promise<void> {
  for (const effect of effects)
    if (effect.do === 'asking') await world.askers.note({ customer, product: effect.product, at: effect.at });
  const had = effects.filter((effect) => effect.do === 'no-asking');
  if (had.length === 0) return;
  const askings = await world.askers.of(customer);
  const isOver = ({ product, at }: (typeof askings)[number]) =>
    had.some((one) => one.product === product && !isBefore(one.at, at));
  await world.askers.forget(askings.filter(isOver));
}
