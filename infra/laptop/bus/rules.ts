/** The rules of the stack: what the scenarios want, of Shopify too, and what SES reports of the product's own mail. */
import type { Asking } from '../../../shared/core/language/profile-events.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { wantedPattern } from '../../stack/bus/event-pattern.ts';
import { shopifyPattern } from '../../stack/bus/shopify-pattern.ts';
import { unknownPatterns } from '../../stack/bus/unknown-pattern.ts';
import { feedbackTypes } from '../../stack/mail/mail-events.ts';
import type { QueueRole, StackNames } from '../../stack/names.ts';
import type { Queue } from '../queues/queue.ts';
import type { LocalQueues } from '../queues/queues.ts';
import type { Rule } from './bus.ts';
import type { BusEnvelope } from './envelope.ts';

export function productRules(
  settings: Settings,
  names: StackNames,
  queues: LocalQueues,
  asking: Asking,
): Rule[] {
  const target = (role: QueueRole) => queues.get(names.queue(role)) as Queue;
  const wanted = wantedPattern(settings, asking);
  const unknown = unknownPatterns(settings.eventSource);
  const sets = [names.configurationSet('transactional'), names.configurationSet('marketing')];
  return [
    {
      name: names.rule,
      bus: names.bus,
      pattern: wanted,
      target: target('intake'),
    },
    {
      // On a laptop the partner's events come over the store's own bus: nobody can make a partner bus there.
      name: names.shopifyRule,
      bus: names.bus,
      pattern: shopifyOnLaptop(wanted['detail-type']),
      target: target('intake'),
    },
    ...[
      { name: names.misnamedRule, pattern: unknown.misnamed },
      { name: names.misplacedRule, pattern: unknown.misplaced },
    ].map((rule) => ({
      ...rule,
      bus: names.bus,
      target: queues.get(names.unknownEvents) as Queue,
      input: ({ id, time, source, 'detail-type': type }: BusEnvelope) => ({
        id,
        time,
        source,
        'detail-type': type,
      }),
    })),
    {
      name: names.feedbackRule,
      bus: 'default',
      pattern: {
        source: ['aws.ses'],
        'detail-type': feedbackTypes(settings),
        detail: { mail: { tags: { 'ses:configuration-set': sets } } },
      },
      target: target('feedback'),
    },
  ];
}

function shopifyOnLaptop(wanted: readonly string[]): Rule['pattern'] {
  const { detailType, ...rest } = shopifyPattern({ prefix: 'aws.partner/shopify.com/' }, wanted);
  return { ...rest, 'detail-type': detailType };
}
