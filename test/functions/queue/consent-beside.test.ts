/** Consent told in an event about something else: a denial in the account's own events counts, all else is told as lost. */
import { expect, test } from 'vitest';
import { consentFor } from '../../../shared/core/facts/consent-question.ts';
import { topics } from '../../../shared/core/values/topic.ts';
import { storeWith } from '../../support/given.ts';
import { gathered, ports, record } from './gathered.ts';

const customer = { id: 'c-1', email: 'hana@example.com' };
const put = (name: string, detail: object) =>
  record(name, {
    source: 'storefront',
    'detail-type': name,
    detail: { eventId: name, occurredAt: '2026-11-22T09:30:00+09:00', customer, ...detail },
  });
const grant = put('ConsentChanged', {
  occurredAt: '2026-11-20T09:30:00+09:00',
  consent: { granted: true, topics: ['all'] },
});

async function grantedAfter(...parts: Parameters<typeof put>) {
  const { given, told, buried } = ports();
  const { byCustomer } = await gathered(given, grant, put(...parts));
  const { customer: after } = storeWith([]).given(...(byCustomer.get('c-1')?.events ?? []));
  const left = topics.filter((topic) => consentFor(after.consent, topic)?.is === 'granted');
  return { left: left.join(' '), told, buried };
}

const everything = 'tips offers news surveys events';

test.each([
  ['CustomerUpdated', {}, ''],
  ['CustomerRegistered', {}, ''],
  ['CustomerUpdated', { channel: 'メルマガ' }, ''],
  ['CustomerUpdated', { topics: ['horoscope'] }, ''],
  ['CustomerUpdated', { topics: ['Offers'] }, 'tips news surveys events'],
  ['CustomerUpdated', { channel: 'SMS' }, everything],
] as const)('a denial in a %s (%j) leaves "%s"', async (name, said, left) => {
  const after = await grantedAfter(name, { consent: { granted: false, ...said } });
  expect(after).toEqual({ left, told: [], buried: [] });
});

test('the denial counts beside an empty box, and against a tick of the same moment', async () => {
  const line = { consent: { granted: false, channel: 'line' } };
  const box = (acceptsMarketing: boolean) => ({ customer: { ...customer, acceptsMarketing } });
  expect((await grantedAfter('CustomerUpdated', { ...line, ...box(false) })).left).toBe('');
  const denial = { consent: { granted: false } };
  expect((await grantedAfter('CustomerUpdated', { ...denial, ...box(true) })).left).toBe('');
});

test.each(['CustomerRegistered', 'CustomerUpdated'])(
  'what may be a denial and cannot be read goes to the dead letters with its %s',
  async (name) => {
    const after = await grantedAfter(name, { consent: { granted: 'nope' } });
    expect(after.buried).toEqual([`MalformedEvent: ${name}: mend consent.granted (invalid_type)`]);
  },
);

test.each([
  ['CustomerRegistered', { consent: { granted: true } }],
  ['OrderPlaced', { order: { id: 'o-1' }, consent: { granted: true, topics: ['tips'] } }],
  ['ProductViewed', { product: { id: 'p-1' }, consent: { granted: false, channel: 'cookies' } }],
])('what a %s says of consent (%j) changes nothing, and is told', async (name, detail) => {
  const after = await grantedAfter(name, detail);
  expect(after).toEqual({ left: everything, told: [`unread ${name} consent`], buried: [] });
});

test('the denial of a redelivery is the one that is known', async () => {
  const { given } = ports();
  const { byCustomer } = await gathered(given, put('CustomerUpdated', { consent: { granted: false } }));
  const events = byCustomer.get('c-1')?.events ?? [];
  const after = storeWith([]).given(...events);
  for (const event of events) expect(after.when(event).customer.consent).toEqual(after.customer.consent);
  expect(events.map(({ name, detail }) => [name, detail.eventId])).toEqual([
    ['CustomerUpdated', 'CustomerUpdated'],
    ['ConsentChanged', 'CustomerUpdated#consent'],
  ]);
});
