import { expect, test } from 'vitest';
import { parseEvent } from '../../../shared/core/events/event-schema.ts';
import { parseCommand } from '../../../shared/core/events/event-schema-command.ts';
import { at } from '../../support/events.ts';

const arrived = at('2026-11-22T09:31:00+09:00');
const base = { eventId: 'evt-1', occurredAt: '2026-11-22T09:30:00+09:00' };
const order = { id: 'o-1', currency: 'JPY', total: 5400 };
const placed = (id: unknown) => parseEvent('OrderPlaced', { ...base, customer: { id }, order }, arrived);

test.each([
  ...[
    'guest',
    'Guest',
    ' GUEST ',
    '0',
    0,
    '000',
    '-1',
    -1,
    'null',
    'NULL',
    'undefined',
    'NaN',
    '[object Object]',
  ],
  ...[
    'none',
    'None',
    'anonymous',
    'unknown',
    ' ',
    '-',
    'n/a',
    'false',
    'ゲスト',
    '{{ customer.id }}',
    '<%= id %>',
  ],
  ...['00000000-0000-0000-0000-000000000000', 'anon:undefined', 'anon:'],
  ...[
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    '０',
    '+0',
    '-Infinity',
    'anon',
    'Anonymous_User',
    'guest-user',
  ],
  ...['(not set)', '(null)', '<null>', '"null"', "'0'", 'nu\u200bll', 'undefined undefined', 'null,null'],
  ...[
    '[object Undefined]',
    '{}',
    '[]',
    '#REF!',
    '#VALUE!',
    '*|ID|*',
    '%%id%%',
    '[[id]]',
    '未ログイン',
    'ゲスト様',
  ],
])('an event of %j is refused, with what to do instead', (id) => {
  expect(() => placed(id)).toThrow(
    /^OrderPlaced: customer\.id stands for nobody.*give an id that is one person's alone/,
  );
});

test.each([
  '1',
  '10',
  '-a',
  'guest-1',
  'lead-guest',
  'null-1',
  'nora',
  'anon:b-7',
  '0x1',
  'c-0',
  'noname',
  'Unknown Pleasures',
])('%s is somebody', (id) => expect(placed(id)?.detail.customer.id).toBe(id));

test('nobody becomes part of another, brings a friend, or is let in; but may be erased', () => {
  const customer = { id: 'c-1' };
  const parse = (name: string, parts: object) => () => parseEvent(name, { ...base, ...parts }, arrived);
  expect(parse('CustomerMerged', { from: 'guest', to: 'c-1' })).toThrow('merge.from stands for nobody');
  expect(parse('CustomerMerged', { merge: { from: 'c-1', to: 'null' } })).toThrow('stands for nobody');
  expect(parse('ReferralMade', { customer, referral: { friendId: 'undefined' } })).toThrow(
    'referral.friendId stands for nobody',
  );
  const command = { eventId: 'e', customer: { id: 'guest' }, scenario: 'welcome' };
  expect(() => parseCommand('EnrolCustomer', command, arrived)).toThrow('customer.id stands for nobody');
  expect(parseCommand('EraseCustomer', command, arrived)).toMatchObject({ customer: 'guest' });
});

test('a browser that nobody named is nobody', () => {
  const viewed = (customer: object) => () =>
    parseEvent('ProductViewed', { ...base, customer, product: { id: 'p-1' } }, arrived);
  expect(viewed({ anonymousId: 'undefined' })).toThrow('give customer.id or customer.anonymousId');
  expect(viewed({ id: 'c-1', anonymousId: 'undefined' })()?.detail.customer).toEqual({ id: 'c-1' });
});
