import { expect, test } from 'vitest';
import { withProfile } from '../../../shared/core/facts/profile-facts.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { at, event, placed, updated } from '../../support/events.ts';
import { type Input, late, storeWith } from '../../support/given.ts';

const store = storeWith([]);
const profile = (...events: Input[]) => store.given(...events).customer.profile;

test('the last writer in occurredAt wins, and an older event only fills gaps', () => {
  const newer = updated('2026-03-05 10:00', { name: 'Hana', locale: 'ja' });
  const older = late(updated('2026-03-01 10:00', { name: 'Hanako', source: 'search' }), '2026-03-06 10:00');
  expect(profile(newer, older)).toMatchObject({
    name: 'Hana',
    locale: 'ja',
    source: 'search',
    asOf: at('2026-03-05 10:00'),
  });
  expect(profile(older, newer)).toMatchObject({ name: 'Hana', locale: 'ja', source: 'search' });
});

test('what an event does not tell stays as it was', () => {
  const order = placed('o-1', '2026-03-05 10:00', { customer: { email: undefined, name: ' ' } });
  expect(
    profile(updated('2026-03-01 10:00', { name: 'Hana', email: 'hana@example.com' }), order),
  ).toMatchObject({
    name: 'Hana',
    email: 'hana@example.com',
  });
});

test('an address a carrier once issued is kept and marked, and a good one lifts the mark', () => {
  const odd = updated('2026-03-01 10:00', { email: 'a..b@docomo.example.jp' });
  expect(profile(odd)).toMatchObject({ email: 'a..b@docomo.example.jp', undeliverable: true });
  const good = updated('2026-03-02 10:00', { email: 'hana@example.com' });
  expect(profile(odd, good).undeliverable).toBeUndefined();
});

test.each(['a.@docomo.example.jp', 'no at', 'a@b\r\nBcc: x@example.com', `${'x'.repeat(250)}@example.com`])(
  '%j is undeliverable',
  (email) => expect(profile(updated('2026-03-01 10:00', { email })).undeliverable).toBe(true),
);

test('zones and birthdays that are none read as unknown', () => {
  const wrong = updated('2026-03-01 10:00', { timeZone: 'JST', birthday: '28.2.1990' });
  expect(profile(wrong)).not.toMatchObject({ timeZone: expect.anything() });
  expect(profile(wrong).birthday).toBeUndefined();
  expect(profile(updated('2026-03-01 10:00', { birthday: '1985-02-30' })).birthday).toBeUndefined();
  const shops = updated('2026-03-01 10:00', { birthday: '1990-02-28 00:00:00' });
  expect(profile(shops).birthday).toBe('1990-02-28');
  const right = updated('2026-03-01 10:00', { timeZone: 'Asia/Tokyo', birthday: '1990-02-28' });
  expect(profile(right)).toMatchObject({ timeZone: 'Asia/Tokyo', birthday: '1990-02-28' });
});

test.each(['2026-01-01T00:00Z', `2026-01-01T00:00[UTC][x-y=${'a'.repeat(900)}]`, 'Asia/Tokyo '])(
  'a time zone is the name of one, not a text that Temporal finds one in: %s',
  (timeZone) => {
    expect(profile(updated('2026-03-01 10:00', { timeZone })).timeZone).toBeUndefined();
  },
);

test.each(['America/Argentina/Buenos_Aires', 'Etc/GMT+12', 'UTC', '+05:45'])(
  '%s is a time zone',
  (timeZone) => {
    expect(profile(updated('2026-03-01 10:00', { timeZone })).timeZone).toBe(timeZone);
  },
);

test('long names are cut, never through the middle of a character', () => {
  const { name } = profile(updated('2026-03-01 10:00', { name: `${'x'.repeat(119)}😀` }));
  expect(name).toHaveLength(120);
  expect(name?.isWellFormed()).toBe(true);
});

test('attributes are merged key by key, the newer word on top', () => {
  const attributes = profile(
    updated('2026-03-01 10:00', { attributes: { skin: 'dry', age: 30 } }),
    updated('2026-03-02 10:00', { attributes: { skin: 'mixed', city: 'Kyoto' } }),
    updated('2026-02-01 10:00', { attributes: { skin: 'oily', pet: 'cat' } }),
  ).attributes;
  expect(attributes).toEqual({ skin: 'mixed', age: 30, city: 'Kyoto', pet: 'cat' });
});

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

test('attributes keep to a kilobyte of UTF-8, and the newest stay', () => {
  const filler = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`key-${n}`, '肌'.repeat(20)]));
  const { attributes } = profile(
    updated('2026-03-01 10:00', { attributes: { 'key-0': 'old', ...filler } }),
    updated('2026-03-02 10:00', { attributes: { 'key-0': 'new' } }),
  );
  expect(bytes(attributes)).toBeLessThanOrEqual(1100);
  expect(attributes).toMatchObject({ 'key-0': 'new', 'key-29': '肌'.repeat(20) });
});

test('an attribute that alone is too big displaces nothing', () => {
  const { attributes } = profile(
    updated('2026-03-01 10:00', { attributes: { skin: 'dry' } }),
    updated('2026-03-02 10:00', { attributes: { diary: 'x'.repeat(5000) } }),
  );
  expect(attributes).toEqual({ skin: 'dry' });
});

test('an address is kept as it is mailed: without a name, and with its domain in punycode', () => {
  const told = (email: string) => profile(updated('2026-03-01 10:00', { email }));
  expect(told('r&d@docomo.example.jp')).toMatchObject({ email: 'r&d@docomo.example.jp' });
  expect(told('r&d@docomo.example.jp').undeliverable).toBeUndefined();
  expect(told('Hana <hana@日本語.jp>')).toMatchObject({ email: 'hana@xn--wgv71a119e.jp' });
  expect(told(`${'x'.repeat(65)}@example.com`).undeliverable).toBe(true);
});

test.each([
  ['hana@日本語.jp', 'hana@xn--wgv71a119e.jp'],
  ['r&d@example.com', 'r&d@example.com'],
  ['a..b@example.com', undefined],
])('%s that was once kept as undeliverable is read with the next event, whatever it tells', (email, read) => {
  const known = newCustomer('mori', 'c-1');
  const before = { ...known, profile: { email, undeliverable: true } };
  const after = withProfile(before, placed('o-1', '2026-03-05 10:00', { customer: { email: undefined } }));
  if (read === undefined) expect(after).toBe(before);
  else expect(after.profile).toEqual({ email: read });
});

test('where she first came from stays, beside where she came from last, in whichever order it is told', () => {
  const ads = updated('2026-03-01 10:00', { source: 'google-ads' });
  const letter = placed('o-1', '2026-03-05 10:00', { customer: { source: 'newsletter' } });
  const both = { source: 'newsletter', firstSource: { is: 'google-ads', at: at('2026-03-01 10:00') } };
  expect(profile(ads, letter)).toMatchObject(both);
  expect(profile(letter, late(ads, '2026-03-06 10:00'))).toMatchObject(both);
  expect(profile(ads, letter, updated('2026-03-07 10:00', { name: 'Hana' }))).toMatchObject(both);
  expect(profile(updated('2026-03-07 10:00', { name: 'Hana' })).firstSource).toBeUndefined();
});

test('a record of before the first source was kept has the one it knows as its first', () => {
  const known = {
    ...newCustomer('mori', 'c-1'),
    profile: { source: 'google-ads', asOf: at('2026-03-01 10:00') },
  };
  const order = event('OrderPlaced', '2026-03-05T01:00:00Z', {
    customer: { id: 'c-1', source: 'newsletter' },
  });
  expect(withProfile(known, order).profile).toMatchObject({
    source: 'newsletter',
    firstSource: { is: 'google-ads', at: at('2026-03-01 10:00') },
  });
});
