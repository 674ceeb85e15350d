/** A denial is never narrower than what was said, and a grant never takes a word for something else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consentFor } from '../../../shared/core/facts/consent-question.ts';
import { topics } from '../../../shared/core/values/topic.ts';
import { consent } from '../../support/events.ts';
import { day, everything, granted, of, refusal, store, tick, told, without } from './told-consent.ts';

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
