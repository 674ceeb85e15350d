/** The channel of a denial: its own in any spelling, every one where nobody knows the word, itself alone where it is not ours. */
import { describe, expect, test } from 'vitest';
import { consentFor } from '../../../shared/core/facts/consent-question.ts';
import { after, everything, granted, of, store, tick, told, without } from './told-consent.ts';

describe('C02: the channel of a denial', () => {
  const mail = [
    'Email',
    'EMAIL',
    'mail',
    'e-mail',
    'E mail',
    'Ｅ－ｍａｉｌ',
    'メール',
    'ﾒｰﾙ',
    '電子メール',
    ' email ',
    '',
  ];
  test.each(mail)('"%s" is mail, and mail alone', (channel) => {
    expect(granted({ channel, granted: false })).toEqual([]);
    expect(granted({ channel, granted: false }, 'line')).toEqual(everything);
  });

  test.each(['LINE', 'line', 'ＬＩＮＥ', 'ライン'])('"%s" is LINE, and LINE alone', (channel) => {
    expect(granted({ channel, granted: false }, 'line')).toEqual([]);
    expect(granted({ channel, granted: false })).toEqual(everything);
  });

  test.each(['all', 'すべて', 'carrier pigeon', 'ﾀﾞｲﾚｸﾄﾒｰﾙ', 'messenger', 'email, pigeon', '__proto__'])(
    '"%s" denies by every channel',
    (channel) => {
      for (const by of ['email', 'line', 'push', 'insert'] as const)
        expect(granted({ channel, granted: false }, by)).toEqual([]);
      expect(after({ channel, granted: false })).toMatchObject({ 'sms:all': { is: 'denied' } });
    },
  );

  test('several may be named in one', () => {
    expect(granted({ channel: 'メール、LINE', granted: false })).toEqual([]);
    expect(granted({ channel: 'メール、LINE', granted: false }, 'line')).toEqual([]);
    expect(granted({ channel: 'LINE, text message', granted: false })).toEqual(everything);
  });

  test('an unknown channel with a known topic denies that topic by every channel, and no other', () => {
    expect(granted({ channel: 'pigeon', topics: ['offers'], granted: false })).toEqual(without('offers'));
    expect(granted({ channel: 'pigeon', topics: ['offers'], granted: false }, 'line')).toEqual(
      without('offers'),
    );
  });
});

describe('channels that are known and not ours', () => {
  test.each([
    ['SMS', 'sms'],
    ['ショートメール', 'sms'],
    ['Text message', 'sms'],
    ['郵便', 'post'],
    ['はがき', 'post'],
    ['postal', 'post'],
    ['Telephone', 'phone'],
    ['電話', 'phone'],
    ['ＦＡＸ', 'fax'],
    ['ファックス', 'fax'],
    ['In-App', 'app'],
    ['アプリ', 'app'],
  ])('"%s" denies %s alone: kept and told, and mail goes on', (channel, key) => {
    expect(after({ channel, granted: false })).toMatchObject({ [`${key}:all`]: { is: 'denied' } });
    expect(granted({ channel, granted: false })).toEqual(everything);
    expect(granted({ channel, granted: false }, 'line')).toEqual(everything);
    const change = told({ channel, granted: false });
    const { because } = store.given(tick).when(change as NonNullable<typeof change>);
    expect(because).toContain('not-our-channel');
  });

  test('a grant of theirs is kept as well, and lets nothing go by mail', () => {
    const change = told({ channel: 'SMS', granted: true });
    const consents = of(change as NonNullable<typeof change>);
    expect(consents).toEqual({ 'sms:all': expect.objectContaining({ is: 'granted' }) });
    expect(consentFor(consents, 'tips')).toBeUndefined();
  });
});
