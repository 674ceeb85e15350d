/** What the engine puts on the bus is what its published schemas say: asked of the very text that the bus gets. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import {
  type PublishedName,
  publishedFolder,
  publishedNames,
  publishedSchemas,
} from '../../../infra/author/event/published-schemas.ts';
import { productRoot } from '../../../infra/author/library.ts';
import { bridgeBus } from '../../../shared/aws/bridge-bus.ts';
import type { PublishedEvent } from '../../../shared/core/events/published-event.ts';
import { defineScenario } from '../../../shared/core/language/scenario.ts';
import { days } from '../../../shared/core/values/duration.ts';
import { wireStub } from '../../aws/wire-stub.ts';
import { scenarios } from '../../support/shipped.ts';
import { orderOf, storefront } from '../../support/storefront.ts';

const schemas = publishedSchemas();
const ajv = new Ajv2020({ formats: { date: true, 'date-time': true } });
const stub = wireStub();

test('the published schemas are the engine’s; if not: npm run scenario -- event --schemas', () => {
  const folder = join(productRoot, publishedFolder);
  expect(readdirSync(folder).sort()).toEqual(publishedNames.map((name) => `${name}.json`).sort());
  for (const name of publishedNames) {
    expect(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))).toEqual(schemas[name]);
  }
});

const telling = defineScenario({
  id: 'telling',
  version: 1,
  stage: 'retention',
  kind: 'marketing',
  topic: 'tips',
  purpose: 'Says everything that can be said to others.',
  trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' },
  steps: [
    { id: 'call', kind: 'emit', event: 'HumanTask', detail: { reason: 'greet', urgent: true }, due: days(1) },
    { id: 'list', kind: 'emit', event: 'AudienceChanged', detail: { audience: 'buyers', change: 'added' } },
    { id: 'line', kind: 'send', channel: 'line', template: 'after-purchase/any-trouble', content: 'brand' },
    { id: 'day', kind: 'wait', for: days(1) },
    {
      id: 'present',
      kind: 'send',
      channel: 'push',
      template: 'welcome/gift',
      content: 'offer',
      coupon: { campaign: 'telling', off: { percent: 10 }, untilDay: 9, apart: true },
    },
    { id: 'link', kind: 'send', channel: 'push', template: 'referral-invitation/invite', content: 'brand' },
  ],
});

/** As the bus gets it: name, and detail after its way through JSON. */
async function onTheBus(events: readonly PublishedEvent[]) {
  const before = stub.asked.length;
  const client = new EventBridgeClient({ ...stub.config(), maxAttempts: 1 });
  await bridgeBus({ client, busName: 'tsunagu' }).publish(events);
  const entries = stub.asked.slice(before).flatMap(({ body }) => body.Entries as readonly Entry[]);
  return entries.map(({ DetailType, Detail }) => ({ name: DetailType, detail: JSON.parse(Detail) }));
}
interface Entry {
  readonly DetailType: PublishedName;
  readonly Detail: string;
}

const faultsOf = (name: PublishedName, detail: unknown) =>
  ajv.validate(schemas[name], detail) ? [] : [name, ajv.errorsText()];

test('each event the engine puts on the bus fits its schema, and holds nothing the schema does not name', async () => {
  const shop = storefront([telling], {
    settings: { mode: 'live', liveOutsideProduction: true, segmentsTold: ['first-time'] },
  });
  for (const channel of ['line', 'push'])
    await shop.tell('ConsentChanged', { consent: { granted: true, channel } });
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.pass({ days: 100 });
  const told = await onTheBus(shop.world.bus.published);
  // Her own pages tell of a booking she confirms.
  const byTheEngine = publishedNames.filter((name) => name !== 'BookingConfirmed');
  expect([...new Set(told.map(({ name }) => name))].sort()).toEqual(byTheEngine.sort());
  for (const { name, detail } of told) {
    expect(faultsOf(name, detail)).toEqual([]);
    const named = Object.keys(schemas[name].properties as object);
    const own = name === 'HumanTask' ? ['urgent'] : [];
    expect(Object.keys(detail).filter((field) => ![...named, ...own].includes(field))).toEqual([]);
  }
});

test('an event that tells less than its schema asks for is not taken', async () => {
  const shop = storefront([telling], { settings: { mode: 'live', liveOutsideProduction: true } });
  for (const channel of ['line', 'push'])
    await shop.tell('ConsentChanged', { consent: { granted: true, channel } });
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.pass({ days: 100 });
  for (const { name, detail } of await onTheBus(shop.world.bus.published)) {
    for (const field of (schemas[name].required as string[] | undefined) ?? []) {
      const { [field]: _, ...less } = detail;
      expect(faultsOf(name, less)).not.toEqual([]);
    }
  }
});

test('what the library’s own scenarios ask of people and audiences fits', () => {
  const filledIn = { eventId: 'e-1', occurredAt: 'now', customer: { id: 'c-1' }, enrolment: 'r-1' };
  const emits = scenarios.flatMap(({ id, steps }) =>
    steps.flatMap((step) => (step.kind === 'emit' ? [{ scenario: id, step }] : [])),
  );
  expect(emits.length).toBeGreaterThan(0);
  for (const { scenario, step } of emits) {
    const name = publishedNames.find((known) => known === step.event);
    const detail = { ...filledIn, scenario, step: step.id, ...step.detail };
    expect([scenario, name && faultsOf(name, detail)]).toEqual([scenario, []]);
  }
});
