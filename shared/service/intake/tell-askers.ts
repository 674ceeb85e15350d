/**
 * A product that is there again is told to who asked for it, in the order of asking, and to no more customers than there
 * are pieces. Page by page through the intake queue; whoever is told waits no longer.
 */
import { Temporal } from 'temporal-polyfill';
import { letsAnybodyIn } from '../../core/enrolments/apply-store-wide.ts';
import type { Product } from '../../core/events/event.ts';
import type { AskersMessage } from '../../core/events/intake-message.ts';
import type { ProductAsking } from '../../ports/products.ts';
import { type Engine, surroundingsNow } from '../saving/engine.ts';

/** So many are told by one page. */
const mostOnPage = 50;

export type TellPorts = 'clock' | 'askers' | 'intake' | 'log';

/**
 * One page, and the message for the next. Safe to repeat: what was given is noted before anybody is told, so that a repeat
 * tells the same customers again, who come in once, and nobody besides.
 */
export async function tellAskers(engine: Engine<TellPorts>, message: AskersMessage): Promise<void> {
  const { askers, intake } = engine.world;
  const { each } = message;
  const product = each.detail.product as Product | undefined;
  const isHeard = letsAnybodyIn(each.name, Temporal.Instant.from(each.at), surroundingsNow(engine));
  // Else all who wait would lose their places to a word that is too late.
  if (!product || !isHeard) return;
  const restock = { product: product.id, eventId: each.detail.eventId };
  const { count, now } = await askers.given(restock);
  await tell(engine, message, now);
  const left = Math.min(mostOnPage, (product.stock ?? Number.POSITIVE_INFINITY) - count);
  const next = left > 0 ? await askers.first(product.id, left) : [];
  const given = count + next.length;
  const isMine =
    (next.length === 0 && now.length === 0) ||
    (await askers.give(restock, { count: given, now: next }, count));
  if (!isMine) return intake.put([message]);
  if (next.length === 0) return;
  await tell(engine, message, next);
  // From here on the note names nobody.
  await askers.give(restock, { count: given, now: [] }, given);
  if (product.stock === undefined || given < product.stock) await intake.put([message]);
  engine.world.log.info('told to who asked', { told: next.length, given });
}

/** Into the queue first: whoever is forgotten has been told. */
async function tell(
  { world }: Engine<TellPorts>,
  { each }: AskersMessage,
  askings: readonly ProductAsking[],
): Promise<void> {
  if (askings.length === 0) return;
  await world.intake.put(askings.map(({ customer }) => ({ ...each, customer })));
  await world.askers.forget(askings);
}
