/** A campaign cannot be played without a letter: one of samples is approved, and goes at the start. */
import { isOfCampaign } from '../../../shared/core/language/trigger.ts';
import { partsIn } from '../samples/sample-parts.ts';
import type { Plan } from './play-plan.ts';
import type { OpenStore } from './play-store.ts';

/** What the command tells besides: the campaign, for a scenario that is let in by one; nothing for others. */
export async function sampleLetter({ world }: OpenStore, { scenario, start }: Plan, id: string) {
  if (!isOfCampaign(scenario.trigger)) return {};
  const [at, expiresAt] = [start.toString(), start.add({ hours: 14 * 24 }).toString()];
  const words = { ja: partsIn('ja').letter, en: partsIn('en').letter };
  await world.campaigns.put({ id, digest: 'sample', words, at, expiresAt, approved: { by: 'play', at } });
  return { event: { campaign: { id, topic: 'news', sendAt: at, expiresAt } } };
}
