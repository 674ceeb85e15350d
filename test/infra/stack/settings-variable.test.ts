import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  SettingsTooLarge,
  settingsLimit_bytes,
  settingsVariable,
} from '../../../infra/stack/functions/settings-variable.ts';
import { readSettings } from '../../../infra/stack/read-settings.ts';
import { engineSettings } from '../../../shared/settings/engine-settings.ts';
import { handedSettings } from '../../../shared/settings/handed-settings.ts';
import { InvalidSettings } from '../../../shared/settings/invalid-settings.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { settingsDefaults } from '../../../shared/settings/settings-defaults.ts';

const example = JSON.parse(readFileSync(join(import.meta.dirname, '../../../cdk.json'), 'utf8')).context
  .tsunagu;

test('a function reads from its variable what the operator set', () => {
  const settings = readSettings({
    ...example,
    mode: 'allow-list',
    allowList: ['@example.com'],
    sendRate: 50,
    laneConcurrency: { transactional: 3, marketing: 9 },
    quietHours: null,
    caps: [],
    jitterMinutes: 0,
    transitDays: { JP: 3, US: 7 },
    touchpointDays: 100,
  });
  const read = handedSettings(settingsVariable(settings));
  expect(read).toEqual(settings);
  expect(engineSettings(read)).toEqual(engineSettings(settings));
});

test('live mail outside production stays allowed for the function', () => {
  const settings = readSettings({ ...example, mode: 'live', liveOutsideProduction: true });
  expect(handedSettings(settingsVariable(settings)).mode).toBe('live');
});

test('the variable leaves out defaults and what only the stack needs', () => {
  const settings = readSettings({
    ...example,
    alarmMail: 'ops@example.com',
    busName: 'other',
    deliveryEvents: true,
    identity: 'existing',
    linkDomain: 'go.example.com',
    logDays: '7',
  });
  expect(Object.keys(JSON.parse(settingsVariable(settings))).sort()).toEqual(
    [
      'brand',
      'inquiryContact',
      'legalName',
      'postalAddress',
      'replyTo',
      'sender',
      'senderName',
      'stage',
      'store',
    ].sort(),
  );
});

test('settings above the limit are refused by name, and their size is counted in bytes', () => {
  const addresses = (count: number) =>
    readSettings({
      ...example,
      legalName: '株式会社森の蔵'.repeat(10),
      mode: 'allow-list',
      allowList: Array.from({ length: count }, (_, index) => `tester-${index}@department.example.com`),
    });
  expect(() => settingsVariable(addresses(100))).toThrow(SettingsTooLarge);
  expect(() => settingsVariable(addresses(100))).toThrow(/a whole domain is "@example.com"/);
  expect(Buffer.byteLength(settingsVariable(addresses(50)))).toBeLessThanOrEqual(settingsLimit_bytes);
});

test('what a function is handed is what the schema would make of it', () => {
  const handed = JSON.parse(settingsVariable(readSettings({ ...example, quietHours: null, sendRate: 50 })));
  expect(handedSettings(JSON.stringify(handed))).toEqual(parseSettings(handed));
});

test('a default says nothing that the schema would not take', () => {
  expect(parseSettings({ ...example, ...settingsDefaults })).toMatchObject(settingsDefaults);
});

test.each(['{"sender":"hana@example.com"', '["hana@example.com"]', '"hana@example.com"', 'null'])(
  'a variable that is no object is told by its name, without a word of what it holds: %s',
  (text) => {
    const broken = () => handedSettings(text);
    expect(broken).toThrow(InvalidSettings);
    expect(broken).toThrow(/^TSUNAGU_SETTINGS is no JSON object/);
    expect(broken).not.toThrow(/hana/);
  },
);

test('a variable of another version is told by its name: what is missing, and that there is more', () => {
  const { legalName: _, ...less } = JSON.parse(settingsVariable(readSettings(example)));
  expect(() => handedSettings(JSON.stringify(less))).toThrow(/of another version \(legalName\)/);
  const more = () => handedSettings(JSON.stringify({ ...less, legalName: 'a', hana: 1 }));
  expect(more).toThrow(InvalidSettings);
  expect(more).toThrow(/a name that this code does not know/);
  expect(more).not.toThrow(/hana/);
});
