/** The text of the files that `new` writes: a program with its scenario, its messages, its calendar test. */

import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { eventOfTrigger } from '../../../shared/core/language/trigger.ts';
import { sketchWords } from './sketch-words.ts';

/** `second-cup` → `secondCup`; a word that JavaScript keeps for itself gets a second one. */
export function constantOf(id: string): string {
  const name = id.replaceAll(/-+([a-z0-9]?)/g, (_, letter: string) => letter.toUpperCase());
  try {
    new Function(`'use strict'; const ${name} = 0;`);
    return name;
  } catch {
    return `${name}Journey`;
  }
}

export function templatesOf(scenario: Scenario): string[] {
  return scenario.steps.flatMap((step) => (step.kind === 'send' ? step.template : []));
}

export function scenarioText(scenario: Scenario): string {
  return `import { defineScenario, type Scenario } from '../../../core/language/scenario.ts';

export const ${constantOf(scenario.id)}: Scenario = defineScenario(${literal(scenario)});
`;
}

/** The declarations of its messages. */
export function messagesText(scenario: Scenario): string {
  const variables = scenario.kind === 'marketing' ? 'marketingMessage' : 'everyMessage';
  const entries = templatesOf(scenario).map(
    (template) => `  '${template}': { kind: '${scenario.kind}', eventFields: [], variables: ${variables} },`,
  );
  return `import type { Messages } from '../../../core/language/program.ts';
import { ${variables} } from '../../../programs/message-fields.ts';

export const messages = {
${entries.join('\n')}
} as const satisfies Messages;
`;
}

export function programText({ id }: Scenario): string {
  return `import type { Program } from '../../../core/language/program.ts';
import { messages } from './messages.ts';
import { ${constantOf(id)} } from './${id}.ts';

export const program = {
  scenarios: [${constantOf(id)}],
  messages,
} as const satisfies Program;
`;
}

/** JavaScript as a person writes it: names without quotes, small things on one line. The formatter does the rest. */
function literal(value: unknown, depth = 0): string {
  if (Array.isArray(value)) {
    const lines = value.some((entry) => typeof entry === 'object');
    return `[${value.map((entry) => `${lines ? '\n' : ' '}${literal(entry, depth + 1)}`).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const gap = depth === 0 ? '\n' : ' ';
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return `{${entries.map(([key, entry]) => `${gap}${key}: ${literal(entry, depth + 1)}`).join(',')}${gap}}`;
}

const subjects = {
  ja: (nth: number) => `{{ brand.name }}からのお便り（${nth}通目）`,
  en: (nth: number) => `A note from {{ brand.name }} (number ${nth})`,
} as const;
const greetings = { ja: '{{ customer.greetingName }}', en: 'Hello {{ customer.greetingName }},' } as const;

/** One message, with the brand's layout and the footer its kind asks for. */
export function messageText(kind: Scenario['kind'], locale: 'ja' | 'en', nth: number): string {
  const words = sketchWords[locale];
  return `<mjml lang="${locale}">
  <mj-head>
    <mj-title>${subjects[locale](nth)}</mj-title>
    <mj-preview>${words}</mj-preview>
    <mj-include path="layout/head.mjml" />
  </mj-head>
  <mj-body>
    <mj-include path="layout/header.mjml" />
    <mj-section>
      <mj-column>
        <mj-text>${greetings[locale]}</mj-text>
        <mj-text>${words}</mj-text>
        <mj-button href="{{ brand.siteUrl }}">{{ brand.name }}</mj-button>
      </mj-column>
    </mj-section>
    <mj-include path="layout/footer-${kind}.${locale}.mjml" />
  </mj-body>
</mjml>
`;
}

/** The moment the calendar test begins with: 12:30 in Tokyo, on a Monday. */
export const testStart = '2026-03-02T03:30:00Z';

/** As a test of the store names it. */
const support = '../../support/store-in-memory.ts';

/** @param calendar `2026-03-03 10:00 <template>` of each message, on a clock in Tokyo */
export function testText(scenario: Scenario, calendar: readonly string[], days: number): string {
  const name = constantOf(scenario.id);
  const on = eventOfTrigger(scenario.trigger);
  const extra = on === 'ConsentChanged' ? ', { consent: { granted: true } }' : '';
  return `import { expect, test } from 'vitest';
import { ${name} } from '../../../shared/store/programs/${scenario.id}/${scenario.id}.ts';
import { orderDetail, storeInMemory } from '${support}';

const monday = '${testStart}'; // 12:30 in Tokyo

test('after ${on} the messages of ${scenario.id} go out one after another', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [${name}] });
  await store.put(store.event('${on}', orderDetail('o-1', monday${extra})));
  await store.pass({ days: ${days} });
  expect(store.calendar('Asia/Tokyo')).toEqual(${literal(calendar)});
});
`;
}
