import { expect, test } from 'vitest';
import { feedbackWiring } from '../../functions/wiring/feedback-wiring.ts';
import { ingestWiring } from '../../functions/wiring/ingest-wiring.ts';
import { pagesWiring } from '../../functions/wiring/pages-wiring.ts';
import { reconcileWiring } from '../../functions/wiring/reconcile-wiring.ts';
import { senderWiring } from '../../functions/wiring/sender-wiring.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import { MissingEnvironment } from '../../shared/settings/environment.ts';
import { exampleTemplate } from '../infra/stack/example-stack.ts';
import { functionNamed, read } from '../infra/stack/readable-template.ts';

const template = exampleTemplate();

function environmentOf(name: string): Record<string, string> {
  const { Variables } = functionNamed(template, `tsunagu-mori-dev-${name}`).Environment;
  const given = Object.entries<object>(Variables).map(([variable, value]) => [
    variable,
    read(template, value),
  ]);
  return Object.fromEntries(given);
}

const hosted = (environment: Record<string, string>) => ({ clock: systemClock, environment });

const names = ['ingest', 'sender', 'feedback', 'pages', 'reconcile'];
const functionsFolder = new URL('../../functions/', import.meta.url);

test.each(names)('%s asks no environment until it is made for a host', async (name) => {
  const { makeHandler } = await import(new URL(`${name}/make-handler.ts`, functionsFolder).href);
  expect(makeHandler(hosted(environmentOf(name)))).toBeTypeOf('function');
  const entry = import(new URL(`${name}/handler.ts`, functionsFolder).href);
  await expect(entry).rejects.toThrow('Set TSUNAGU_SETTINGS');
});

test.each([
  ['ingest', ingestWiring],
  ['sender', senderWiring],
  ['feedback', feedbackWiring],
  ['pages', pagesWiring],
  ['reconcile', reconcileWiring],
])('%s finds in its environment all that its wiring asks for', (name, wire) => {
  expect(() => wire(hosted({}))).toThrow(MissingEnvironment);
  expect(() => wire(hosted(environmentOf(name)))).not.toThrow();
});
