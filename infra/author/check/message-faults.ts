/** What a marketing scenario may not do: offers alone, offers that come again, messages its template cannot make. */

import { concerns, weigh } from '../../../shared/core/contact-policy/caps.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { isMessage, type MessageStep } from '../../../shared/core/language/steps.ts';
import type { EngineSettings } from '../../../shared/core/record/engine-settings.ts';
import type { Catalogue } from '../templates/sources.ts';
import type { AskedParts } from './event-parts.ts';

/** Faults of the messages of a scenario that lets people in. */
export function messageFaults(
  scenario: Scenario,
  catalogue: Catalogue,
  settings: EngineSettings,
): AskedParts[] {
  const messages = scenario.steps.filter(isMessage);
  return [
    ...(scenario.kind === 'marketing' ? contentFaults(messages) : []),
    ...messages.flatMap((step) => variableFaults(step, catalogue)),
    ...crowdedSeries(scenario, messages, settings),
  ];
}

function contentFaults(messages: readonly MessageStep[]): AskedParts[] {
  const unsaid = messages.filter((step) => step.content === undefined);
  if (unsaid.length > 0) {
    const says = 'says not what it is in the mix: give it "content": "brand", "product" or "offer"';
    return unsaid.map(({ id }) => ({ step: id, says }));
  }
  if (messages.length === 0 || !messages.every((step) => step.content === 'offer')) return [];
  return [
    {
      says: 'it consists of offers alone: add a message of "brand" or "product" that gives the customer something',
    },
  ];
}

/** What the template shows and the step does not bring: it would fail when it is rendered. */
function variableFaults(step: MessageStep, catalogue: Catalogue): AskedParts[] {
  const variables = catalogue[step.template]?.variables ?? [];
  const names = (part: string) => variables.some((path) => path.startsWith(`${part}.`));
  return (['coupon', 'survey'] as const).flatMap((part) => {
    if (names(part) && step[part] === undefined)
      return [
        { step: step.id, says: `message "${step.template}" shows a ${part}: give the step its "${part}"` },
      ];
    if (!names(part) && step[part] !== undefined) {
      const says = `message "${step.template}" shows no ${part}: show it there, or take "${part}" off the step`;
      return [{ step: step.id, says }];
    }
    return [];
  });
}

/** A series that a cap holds again and again: its messages would expire one after another. */
function crowdedSeries(
  scenario: Scenario,
  messages: readonly MessageStep[],
  settings: EngineSettings,
): AskedParts[] {
  if (scenario.kind !== 'marketing') return [];
  return messages.flatMap((step) => {
    if (step.kind !== 'series') return [];
    const most = step.count ?? Number.POSITIVE_INFINITY;
    const message = weigh(scenario, step);
    const tight = settings.caps.find(
      (cap) => concerns(cap, message) && Math.min(most, Math.ceil(cap.days / step.every.days)) > cap.max,
    );
    if (!tight) return [];
    const says =
      `a message every ${step.every.days} days is more than the frequency cap of ${tight.max} in ${tight.days} days allows: ` +
      'send it less often, give it the topic "course", or change "caps" in cdk.json';
    return [{ step: step.id, says }];
  });
}
