import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '../../../infra/stack/read-settings.ts';
import { InvalidSettings } from '../../../shared/settings/invalid-settings.ts';

const example = JSON.parse(readFileSync(join(import.meta.dirname, '../../../cdk.json'), 'utf8')).context
  .tsunagu;
const complaint = (changes: object): string => {
  try {
    readSettings({ ...example, ...changes });
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidSettings);
    return (error as Error).message;
  }
  throw new Error('these settings were accepted');
};

test('the settings of cdk.json are good and send no mail', () => {
  expect(readSettings(example)).toMatchObject({
    mode: 'dry-run',
    busName: 'tsunagu',
    eventSource: 'storefront',
  });
});

test('settings given as JSON text on the command line are read', () => {
  expect(readSettings(JSON.stringify({ ...example, stage: 'production' })).stage).toBe('production');
});

test('a context without settings says where they belong', () => {
  expect(() => readSettings(undefined)).toThrow(/put the settings under context\.tsunagu in cdk\.json/);
});

test('text that is not JSON is refused', () => {
  expect(() => readSettings('store=mori')).toThrow(/"-c tsunagu=…" are not JSON/);
});

test.each([
  ['a store in capitals', { store: 'Mori' }, 'store: store is 1 to 20 of a-z'],
  ['a stage that is a number', { stage: 1 }, 'stage: must be a string'],
  ['an unknown mode', { mode: 'on' }, 'mode: must be one of "dry-run", "allow-list", "live"'],
  ['a missing address', { postalAddress: undefined }, 'postalAddress: is missing: give a string'],
  ['an empty name', { senderName: ' ' }, 'senderName: must not be empty'],
  ['a sender without a domain', { sender: 'hello' }, 'sender: give a mail address'],
  [
    'a sender with too much before the @',
    { sender: `${'x'.repeat(65)}@example.com` },
    'sender: give a mail address',
  ],
  ['two addresses for answers', { replyTo: 'a@example.com, b@example.com' }, 'replyTo: give a mail address'],
  ['an alarm to nobody', { alarmMail: 'a..b@docomo.ne.jp' }, 'alarmMail: give a mail address'],
  ['an allow-list that is a word', { allowList: 'x' }, 'allowList: must be an array'],
  ['a brand without a site', { brand: { name: 'Mori' } }, 'brand.siteUrl: is missing: give a string'],
  ['a rate of nothing', { sendRate: 0 }, 'sendRate: must be more than 0'],
  ['half a day', { archiveDays: 1.5 }, 'archiveDays: must be a whole number'],
  ['too many touchpoint days', { touchpointDays: 9999 }, 'touchpointDays: at most 3650'],
  [
    'one worker',
    { laneConcurrency: { transactional: 1, marketing: 2 } },
    'laneConcurrency.transactional: at least 2',
  ],
  ['a place that is no zone', { timeZone: 'Moon' }, 'timeZone: a time zone is an IANA name'],
  [
    'shares that add up to 2',
    { laneShares: { transactional: 1, marketing: 1 } },
    'laneShares: the two shares add up to 1',
  ],
  ['a misspelt setting', { sendrate: 3 }, '(all): no such setting: "sendrate"; check the spelling'],
  ['an empty allow-list', { mode: 'allow-list' }, 'allowList'],
  ['a market without transit days', { market: 'US', transitDays: { JP: 2 } }, 'transitDays: give the days'],
  [
    'a link domain with a scheme',
    { linkDomain: 'https://go.example.com' },
    'linkDomain: linkDomain is a host name',
  ],
  [
    'a link domain with a port',
    { linkDomain: 'go.example.com:8080' },
    'linkDomain: a deployment answers on the port',
  ],
  [
    'a certificate that is none',
    { linkDomain: 'go.example.com', linkCertificateArn: 'x' },
    'linkCertificateArn: give the ARN',
  ],
  [
    'a certificate without a domain',
    { linkCertificateArn: 'arn:aws:acm:ap-northeast-1:123456789012:certificate/1-2' },
    'linkCertificateArn: a certificate is for a domain',
  ],
  ["the account's own bus", { busName: 'default' }, 'busName: "default" is the account'],
  ['a source that AWS keeps', { eventSource: 'aws.shop' }, 'eventSource: AWS keeps'],
])('%s names itself and says what to do', (_title, changes, words) => {
  expect(complaint(changes)).toContain(`\n  ${words}`);
});

test('all wrong settings are told at once', () => {
  expect(complaint({ store: 'M', stage: '', sender: 'x' }).split('\n')).toHaveLength(4);
});

test('live mail outside production is refused without its second word', () => {
  expect(complaint({ mode: 'live' })).toContain('mode: live mail from a stage other than production');
  expect(readSettings({ ...example, mode: 'live', liveOutsideProduction: true }).mode).toBe('live');
  expect(readSettings({ ...example, mode: 'live', stage: 'production' }).mode).toBe('live');
});

test('addresses are kept as they are mailed, however they were written', () => {
  const written = {
    sender: '森 <hello@日本語.jp>',
    replyTo: 'mailto:r&d@example.com',
    alarmMail: 'ｏｐｓ＠example.com',
  };
  expect(readSettings({ ...example, ...written, mailFromDomain: undefined })).toMatchObject({
    sender: 'hello@xn--wgv71a119e.jp',
    replyTo: 'r&d@example.com',
    alarmMail: 'ops@example.com',
  });
});
