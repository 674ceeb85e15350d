import { afterEach, expect, test, vi } from 'vitest';
import {
  feedbackWiring,
  ingestWiring,
  pagesWiring,
  reconcileWiring,
  senderWiring,
} from '../../functions/wiring.ts';
import { MissingEnvironment } from '../../shared/settings/environment.ts';
import { exampleTemplate } from '../infra/stack/example-stack.ts';
import { functionNamed, read } from '../infra/stack/readable-template.ts';

const template = exampleTemplate();

function enter(name: string): void {
  const told: Record<string, object> = functionNamed(template, `tsunagu-mori-dev-${name}`).Environment
    .Variables;
  vi.stubEnv('AWS_REGION', 'ap-northeast-1');
  for (const [variable, value] of Object.entries(told)) vi.stubEnv(variable, read(template, value));
}

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ['ingest', ingestWiring],
  ['sender', senderWiring],
  ['feedback', feedbackWiring],
  ['pages', pagesWiring],
  ['reconcile', reconcileWiring],
])('%s finds in its environment all that its wiring asks for', (name, wire) => {
  expect(wire).toThrow(MissingEnvironment);
  enter(name);
  expect(wire).not.toThrow();
});
