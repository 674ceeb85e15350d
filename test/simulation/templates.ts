/** Every message as one short text: what it says is not what a simulation asks, and nothing waits for a disk. */
import type { TemplateFacts } from '../../shared/core/language/template-facts.ts';
import type { Templates } from '../../shared/ports/templates.ts';
import { catalogue } from '../support/shipped.ts';

export const shortTemplates: Templates = {
  load: async (template) => ({ subject: template, html: `<p>${template}</p>`, text: template }),
};

/** What the engine knows of the messages: those that ship, and numbered ones for random scenarios. */
export const simulatedCatalogue: Readonly<Record<string, TemplateFacts>> = {
  ...catalogue,
  'random/letters': { kind: 'marketing', eventFields: [], numbered: 5 },
  'random/steps': { kind: 'transactional', eventFields: [], numbered: 3 },
};

/** Those of the watched scenarios: no random one draws them. */
export const watchedCatalogue: Readonly<Record<string, TemplateFacts>> = {
  'watched/question': { kind: 'transactional', eventFields: [] },
};
