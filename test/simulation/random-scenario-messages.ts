/** The messages of a scenario nobody wrote. */
import type { TemplateName } from '../../shared/core/language/register.ts';
import type { Kind } from '../../shared/core/language/scenario.ts';
import type { MessageStep } from '../../shared/core/language/steps.ts';
import { contentTypes } from '../../shared/core/values/content-type.ts';
import { topics } from '../../shared/core/values/topic.ts';
import type { Random } from './random.ts';
import { type Asked, plainQuestion, randomFilter } from './random-scenario-filters.ts';
import { randomHour } from './random-scenario-spans.ts';
import { simulatedCatalogue } from './templates.ts';

/** The words of a campaign's letter lie under the campaign's name: no other scenario has one. */
const nameOf = ([name]: readonly [string, unknown]): TemplateName =>
  name === 'campaign/letter' ? 'sale/open' : (name as TemplateName);

export function randomMessage(
  random: Random,
  id: string,
  sort: 'send' | 'series',
  kind: Kind,
  asked: Asked,
): MessageStep {
  const fitting = Object.entries(simulatedCatalogue).filter(
    ([, facts]) => facts.kind === kind && (facts.numbered !== undefined) === (sort === 'series'),
  );
  const message = {
    id,
    template: nameOf(random.pick(fitting)),
    ...(kind === 'marketing' ? { content: random.pick(contentTypes) } : {}),
    ...(kind === 'marketing' && random.chance(0.2) ? { topic: random.pick(topics) } : {}),
    ...(random.chance(0.25) ? { expiry: { hours: random.int(0, 60), minutes: random.int(1, 90) } } : {}),
    ...(random.chance(0.1) ? { channel: random.pick(['line', 'push', 'insert'] as const) } : {}),
    ...(random.chance(0.2)
      ? { when: random.chance(0.7) ? plainQuestion(random) : randomFilter(random, asked) }
      : {}),
    ...(random.chance(0.08)
      ? { coupon: { campaign: 'sim', off: { percent: 10 }, untilDay: random.int(0, 60) } }
      : {}),
  };
  if (sort === 'send') return { ...message, kind: 'send' };
  return {
    ...message,
    kind: 'series',
    every: { days: random.int(1, 9) },
    at: randomHour(random),
    ...(random.chance(0.5) ? { count: random.int(1, 7) } : {}),
  };
}
