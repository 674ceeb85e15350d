/** A denial is never narrower than what was said, and a grant never takes a word for something else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MalformedEvent, parseEvent } from '../../../shared/core/events/event-schema.ts';
import { consentFor } from '../../../shared/core/facts/consent-question.ts';
import type { Channel } from '../../../shared/core/language/steps.ts';
import { topics } from '../../../shared/core/values/topic.ts';
import { at, consent, event, placed } from '../../support/events.ts';
import { type Input, storeWith } from '../../support/given.ts';

const store = storeWith([]);
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')} 10:00`;
const tick = placed('o-1', day(1));
const line = event('ConsentChanged', day(1), { consent: { channel: 'line', granted: true } });
const of = (...events: Input[]) => store.given(...events).customer.consent;
const told = (consent: object) =>
  parseEvent(
    'ConsentChanged',
    { eventId: JSON.stringify(consent), occurredAt: at(day(5)).toString(), customer: { id: 'c-1' }, consent },
    at(day(5)),
  );
const after = (said: object) => {
  const change = told(said);
  return of(tick, line, ...(change ? [change] : []));
};
const granted = (said: object, channel: Channel = 'email') =>
  topics.filter((topic) => consentFor(after(said), topic, channel)?.is === 'granted');
const refusal = (said: object) => {
  try {
    told(said);
  } catch (error) {
    return error instanceof MalformedEvent ? error.message : error;
  }
  return undefined;
};

const everything = ['tips', 'offers', 'news', 'surveys', 'events'];
const without = (...named: string[]) => everything.filter((topic) => !named.includes(topic));

describe('C01: topics in a denial', () => {
  test.each([
    ['newsletter', []],
    ['email', []],
    ['horoscope', []],
    ['tips and offers', []],
    ['ニュースレター', []],
    ['', []],
    [' 　', []],
    ['-', []],
    ['all', []],
    ['すべて', []],
    ['Offers', without('offers')],
    ['offers ', without('offers')],
    ['　OFFERS　', without('offers')],
    ['ｏｆｆｅｒｓ', without('offers')],
    ['of​fers', without('offers')],
    ['tips, offers', without('tips', 'offers')],
    ['tips、offers', without('tips', 'offers')],
    ['tips，offers', without('tips', 'offers')],
    ['tips､offers', without('tips', 'offers')],
    ['tips;offers；news', without('tips', 'offers', 'news')],
    ['tips|offers｜news', without('tips', 'offers', 'news')],
    ['tips　offers\nnews', without('tips', 'offers', 'news')],
    ['tips・offers/news', without('tips', 'offers', 'news')],
  ])('"%s" leaves %j', (word, left) => {
    expect(granted({ granted: false, topics: [word] })).toEqual(left);
  });

  test('one unknown word among known ones denies all, and a course asked for by name with it', () => {
    const course = consent(day(2), true, ['course']);
    const denial = consent(day(3), false, ['offers', 'newsletter']);
    const states = of(tick, course, denial);
    expect(topics.filter((topic) => consentFor(states, topic)?.is === 'granted')).toEqual([]);
  });

  test('a topic that is the name of a channel denies that channel, too', () => {
    expect(granted({ granted: false, topics: ['LINE'] })).toEqual([]);
    expect(granted({ granted: false, topics: ['LINE'] }, 'line')).toEqual([]);
    expect(granted({ granted: false, topics: ['newsletter'] }, 'line')).toEqual(everything);
  });
});

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

describe('a grant', () => {
  const known = 'tips, offers, news, surveys, events, course, all';
  test.each([['newsletter'], ['tips, horoscope'], ['email'], ['']])(
    'of topic "%s" is refused, and told which there are',
    (word) => {
      expect(refusal({ granted: true, topics: [word] })).toBe(
        `ConsentChanged: a grant has an unknown word in consent.topics; known: ${known}`,
      );
    },
  );

  test.each(['pigeon', 'email, pigeon', 'ダイレクトメール'])(
    'by channel "%s" is refused, and told which there are',
    (channel) => {
      expect(refusal({ granted: true, channel })).toBe(
        'ConsentChanged: a grant has an unknown word in consent.channel; known: email, line, push, insert, sms, post, phone, fax, app, all',
      );
    },
  );

  test('in words of the trade grants what they say', () => {
    const change = told({ granted: true, channel: 'E-Mail', topics: ['Tips、ＮＥＷＳ', 'Course'] });
    expect(Object.keys(of(change as NonNullable<typeof change>)).sort()).toEqual(['course', 'news', 'tips']);
    // As filters of scenarios ask for them.
    expect(change?.detail.consent).toMatchObject({ channel: 'email', topics: ['tips', 'news', 'course'] });
  });

  test('that never passed the boundary grants nothing by a word nobody knows', () => {
    expect(of(consent(day(2), true, ['horoscope']))).toEqual({});
  });
});

test('the proof of a denial that was taken for more keeps the words as they were said', () => {
  const change = told({ granted: false, channel: 'Email', topics: ['Newsletter', 'tips'] });
  const { effects } = store.given(tick).when(change as NonNullable<typeof change>);
  expect(effects).toMatchObject([
    { do: 'evidence', granted: false, topics: ['all', 'tips'], said: 'Email: Newsletter, tips' },
  ]);
  const plain = store.given(tick).when(consent(day(3), false, ['tips']));
  expect(plain.effects[0]).not.toHaveProperty('said');
});

test('whatever words a denial is told in, something that was granted is gone', () => {
  const word = fc.oneof(
    fc.string({ maxLength: 40, unit: 'grapheme' }),
    fc.constantFrom(...topics, 'all', ',', '、'),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), (named) => {
      const left = granted({ granted: false, topics: named });
      expect(left.length).toBeLessThan(everything.length + (named.join().includes('course') ? 1 : 0));
    }),
    { numRuns: 300 },
  );
});
