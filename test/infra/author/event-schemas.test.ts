import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { eventSchemas, schemaFolder } from '../../../infra/author/event/event-schemas.ts';
import { productRoot } from '../../../infra/author/library.ts';
import { partsIn } from '../../../infra/author/samples/sample-parts.ts';
import { type EventName, eventNames } from '../../../shared/core/events/event-catalogue.ts';
import { parseEvent, parseStoreWideEvent } from '../../../shared/core/events/event-schema.ts';
import { commandNames } from '../../../shared/core/events/event-schema-command.ts';
import type { FreeJson } from '../../support/free-json.ts';
import { orderDetail } from '../../support/store-in-memory.ts';

const folder = join(productRoot, schemaFolder);
const schemas = eventSchemas();
const ajv = new Ajv2020({ formats: { 'date-time': true } });
ajv.addSchema(schemas.parts, 'parts.json');

test('the published schemas are those of the catalogue; if not: npm run scenario -- event --schemas', () => {
  const names = [...eventNames, ...commandNames, 'parts'] as const;
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  expect(files.sort()).toEqual(names.map((name) => `${name}.json`).sort());
  for (const name of names) {
    expect(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))).toEqual(schemas[name]);
  }
});

const whole = {
  ...orderDetail('o-1', '2026-03-02T12:30:00+09:00'),
  ...partsIn('en'),
  survey: { id: 'early', answers: { problem: 'dry' } },
  merge: { from: 'anon:a-1', to: 'c-1' },
  click: { touchpoint: 't-1' },
};
const details: [what: string, detail: object][] = [
  ['a whole detail', whole],
  ['a detail with fields of its own', { ...whole, colour: 'red', customer: { id: 'c-1', skin: 'dry' } }],
  ['nulls where something may be missing', { ...whole, cart: null, customer: { id: 'c-1', email: null } }],
  ['no order', { ...whole, order: undefined }],
  ['an order that is null', { ...whole, order: null }],
  ['a grant', { ...whole, consent: { granted: true } }],
  ['a denial', { ...whole, consent: { granted: false, topics: ['tips'] } }],
  ['a consent that says neither', { ...whole, consent: { topics: ['tips'] } }],
  ['a consent that is null', { ...whole, consent: null }],
  ['no customer', { ...whole, customer: undefined }],
  ['somebody nobody knows', { ...whole, customer: { anonymousId: 'a-1' } }],
  ['nobody at all', { ...whole, customer: { id: null } }],
  ['a merge told in the detail itself', { ...whole, merge: undefined, from: 'anon:a-1', to: 'c-1' }],
  ['a merge with nobody', { ...whole, merge: undefined }],
  ['no survey', { ...whole, survey: undefined }],
  ['a renewal on no day', { ...whole, subscription: { id: 's-1', renewsAt: 'soon' } }],
  ['a rating in words', { ...whole, review: { productId: 'p-1', rating: 'good' } }],
  ['a currency in which nobody pays', { ...whole, order: { id: 'o-1', currency: 'Yen' } }],
  ['an empty id', { ...whole, customer: { id: '' } }],
  ['a total in parts', { ...whole, order: { id: 'o-1', total: 1.5 } }],
  ['a currency nobody has', { ...whole, order: { id: 'o-1', currency: 'yen' } }],
  ['items that are no list', { ...whole, order: { id: 'o-1', items: {} } }],
  ['an item without a product', { ...whole, cart: { items: [{ name: 'tea' }] } }],
  ['a name too long', { ...whole, customer: { id: 'c-1', name: 'x'.repeat(2049) } }],
];

test.each(details)('a schema takes what the engine reads in whole, and nothing else: %s', (_, detail) => {
  const sent = JSON.parse(JSON.stringify(detail));
  for (const name of eventNames) {
    expect([name, ajv.validate(schemas[name], sent)]).toEqual([name, isRead(name, sent)]);
  }
});

test('the schemas say which words of consent and of wishes there are', () => {
  const { consent, wishes } = (schemas.parts as FreeJson).$defs;
  expect(consent.properties.topics).toMatchObject({
    examples: [['tips', 'offers', 'news', 'surveys', 'events', 'course', 'all']],
    description: expect.stringContaining('In a denial an unknown word means all; in a grant it is refused.'),
  });
  expect(consent.properties.channel.examples).toEqual(
    expect.arrayContaining(['email', 'line', 'sms', 'all']),
  );
  expect(wishes.properties.frequency.examples).toEqual(['all', 'weekly']);
});

function isRead(name: EventName, detail: unknown): boolean {
  try {
    const now = Temporal.Instant.from('2026-03-02T04:00:00Z');
    const event = parseEvent(name, detail, now) ?? parseStoreWideEvent(name, detail, now);
    return event !== undefined && event.unread === undefined;
  } catch {
    return false;
  }
}
