/** What is wrong with a draft, line by line. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { checkDraft } from '../../../../infra/operator/campaign/check-draft.ts';
import { parsedDraft } from '../../../../infra/operator/campaign/draft.ts';
import { fullWidth } from '../../../../infra/operator/campaign/words-faults.ts';
import { localSettings } from '../../../../shared/settings/local-settings.ts';
import { segments } from '../../../support/shipped.ts';
import { letter } from './letter.ts';

const settings = localSettings();
const checked = (text: string, now = '2026-03-19T00:00:00Z') =>
  checkDraft(parsedDraft(text), { now: Temporal.Instant.from(now), segments, settings });
const said = (text: string) => checked(text).findings.map(({ line, is, says }) => `${line} ${is} ${says}`);

test('a sound draft has no finding, and its times are the store’s', () => {
  const { draft, findings } = checked(letter());
  expect(findings).toEqual([]);
  expect(draft?.at.toString()).toBe('2026-03-20T01:00:00Z');
  expect(draft?.words.ja.paragraphs).toHaveLength(2);
});

test('a subject is warned of above 30 full-width letters, and refused above 40; half-width ones count half', () => {
  expect(fullWidth('新茶ABﾃｽ')).toBe(4);
  expect(said(letter({ subject: '茶'.repeat(30) }))).toEqual([]);
  expect(said(letter({ subject: '茶'.repeat(31) }))).toEqual([
    expect.stringMatching(/^9 odd .*31 full-width/),
  ]);
  expect(said(letter({ subject: '茶'.repeat(40) }))).toEqual([expect.stringMatching(/ odd /)]);
  expect(said(letter({ subject: '茶'.repeat(41) }))).toEqual([expect.stringMatching(/^9 wrong /)]);
});

test.each([
  ['a link to another host', { link: 'https://evil.example.net/' }, /^15 wrong ja: the link is https/],
  ['a link without https', { link: 'http://shop.example.com/' }, /^15 wrong ja: the link is https/],
  ['a host that only begins so', { link: 'https://shop.example.com.evil.net/' }, /^15 wrong/],
  ['a button without its link', { link: '""' }, /^15 wrong ja: a button and its link go together/],
  [
    'a segment that is not there',
    { audience: '\n  segments: [vip, sleepy]' },
    /^7 wrong there is no segment "sleepy"/,
  ],
  ['an audience that is one word', { audience: 'vip' }, /^6 wrong audience takes lists/],
  ['an audience that is a list', { audience: '[vip]' }, /^6 wrong audience takes lists/],
  ['a list of nobody', { audience: '\n  segments: []' }, /^7 wrong audience.segments names nobody/],
  ['a list without entries', { audience: '\n  segments:' }, /^7 wrong audience.segments names nobody/],
  ['a list that is not there', { audience: '\n  segment: [vip]' }, /^7 wrong there is no "segment"/],
  ['a day that is none', { at: '"2026-02-30 10:00"' }, /^3 wrong at is a time/],
  ['an end before the beginning', { expires: '"2026-03-20 09:00"' }, /^4 wrong it expires before it begins/],
  [
    'an end that is past',
    { at: '"2026-03-01 10:00"', expires: '"2026-03-02 10:00"' },
    /wrong this time is past/,
  ],
  ['a pace of none', { pace: '0' }, /^5 wrong pace/],
  ['an unknown topic', { topic: 'course' }, /^2 wrong there is no topic/],
  ['an id that is no name', { id: 'Week 10' }, /^1 wrong an id/],
  ['Liquid', { subject: '"{{ customer.name }}様へ"' }, /^9 wrong ja: Liquid/],
])('%s is refused, with its line', (_, over, finding) => {
  expect(said(letter(over)).filter((one) => / wrong /.test(one))).toEqual(
    [expect.stringMatching(finding)].concat(),
  );
});

test.each(['送料無料', '期間限定の新茶', 'No.1の新茶', '満足度98%', '新茶 1,200円'])(
  'words that need a fact are pointed at, and go all the same: %s',
  (subject) => {
    const { draft, findings } = checked(letter({ subject }));
    expect(findings).toMatchObject([{ line: 9, is: 'odd' }]);
    expect(draft).toBeDefined();
  },
);

test('a letter for everybody is pointed at, and a language that is missing is told once', () => {
  expect(said(letter({ audience: '' }))).toEqual([expect.stringMatching(/^6 odd .*everybody/)]);
  const [japanese] = letter().split('\nen:\n');
  expect(said(japanese ?? '')).toEqual([expect.stringMatching(/wrong there is no "en"/)]);
  expect(said(`${japanese}\nen: later\n`)).toEqual([expect.stringMatching(/^16 wrong there is no "en"/)]);
});

test('a past beginning is pointed at; text that is no YAML is refused with its line', () => {
  expect(said(letter({ at: '"2026-03-18 10:00"' }))).toEqual([
    expect.stringMatching(/^3 odd this time is past/),
  ]);
  expect(checked('id: a\nja: [\n').findings[0]).toMatchObject({ is: 'wrong' });
  expect(checked('').draft).toBeUndefined();
  expect(checked('- a').draft).toBeUndefined();
});

test('the digest changes with any word, and with nothing else', () => {
  const digestOf = (over: Readonly<Record<string, string>>, now?: string) =>
    checked(letter(over), now).draft?.digest;
  expect(digestOf({}, '2026-03-20T00:00:00Z')).toBe(digestOf({}));
  const others: Readonly<Record<string, string>>[] = [
    { subject: '別' },
    { pace: '3' },
    { topic: 'tips' },
    { audience: '\n  segments: [vip]' },
  ];
  for (const over of others) expect(digestOf(over)).not.toBe(digestOf({}));
});
