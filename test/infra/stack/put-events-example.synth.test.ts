/** The command that the stack prints for a first event: it must work for whoever copies it, on any day. */
import { execFileSync } from 'node:child_process';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { parseEvent } from '../../../shared/core/events/event-schema.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { exampleSettings } from '../../support/store-in-memory.ts';
import { exampleTemplate } from './example-stack.ts';

const command: string = exampleTemplate().findOutputs('PutEventsExample').PutEventsExample?.Value;

/** What the AWS CLI would be handed once the shell has read the command. */
function entriesOf(line: string): { DetailType: string; Detail: string }[] {
  const script = `aws() { printf '%s\\n' "$@"; }\n${line}`;
  const words = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trimEnd().split('\n');
  expect(words.slice(0, 3)).toEqual(['events', 'put-events', '--entries']);
  expect(words).toHaveLength(4);
  return JSON.parse(words[3] ?? '');
}

test('the example of the outputs puts one whole order', () => {
  const [entry, ...more] = entriesOf(command);
  expect(more).toEqual([]);
  expect(entry).toMatchObject({ EventBusName: 'tsunagu', Source: 'storefront', DetailType: 'OrderPlaced' });
  expect(JSON.parse(entry?.Detail ?? '')).toMatchObject({ eventId: 'evt-1', order: { id: 'o-1' } });
});

test('the example of the outputs is an event that is right, and fresh whenever it is run', () => {
  const [entry] = entriesOf(command);
  const now = Temporal.Now.instant();
  const event = parseEvent(entry?.DetailType ?? '', JSON.parse(entry?.Detail ?? ''), now);
  expect(event).toMatchObject({ name: 'OrderPlaced' });
  const age_h = now.since(event?.occurredAt ?? '1970-01-01T00:00:00Z').total('hours');
  expect(age_h).toBeGreaterThanOrEqual(0);
  expect(age_h).toBeLessThan(parseSettings(exampleSettings).freshnessHours);
});
