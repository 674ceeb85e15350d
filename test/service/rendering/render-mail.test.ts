import { expect, test } from 'vitest';
import { chooseLocale } from '../../../shared/service/rendering/choose-locale.ts';
import { renderMail } from '../../../shared/service/rendering/render-mail.ts';
import { mailInput, unsubscribeLink } from '../../programs/mail-input.ts';

const base = mailInput('after-purchase/any-trouble', 'en');
const withSubject = (subject: string, name = 'Hana') =>
  renderMail({ ...base, compiled: { ...base.compiled, subject }, profile: { ...base.profile, name } })
    .subject;

test('a marketing mail has both one-click headers, and a transactional mail neither', () => {
  expect(renderMail(base).headers).toEqual({
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': `<${unsubscribeLink}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
  const thanks = renderMail(mailInput('order-thanks/thanks', 'ja'));
  expect(thanks.headers).toEqual({ 'Auto-Submitted': 'auto-generated' });
});

test('a marketing mail without a link, or with one that would break its header, is not rendered', () => {
  for (const unsubscribe of [
    undefined,
    '',
    'https://x.example/u/a\r\nBcc: b',
    'https://x.example/u/a>',
    'javascript:1',
  ]) {
    expect(() => renderMail({ ...base, links: unsubscribe === undefined ? {} : { unsubscribe } })).toThrow(
      /unsubscribe link/,
    );
  }
});

test('a mail without an address is not rendered', () => {
  expect(() => renderMail({ ...base, profile: {} })).toThrow(/no address/);
});

test('a missing field is a named error that tells no personal data', () => {
  const compiled = { ...base.compiled, text: '{{ order.absent }}' };
  expect(() => renderMail({ ...base, compiled })).toThrow(
    expect.objectContaining({ code: 'MAIL_NOT_RENDERED', message: expect.not.stringMatching(/hana/i) }),
  );
});

test('tags hold ids only, in the characters the mail service allows', () => {
  const touchpoint = { ...base.touchpoint, customer: '顧客/1' };
  const { tags } = renderMail({ ...base, touchpoint });
  expect(tags).toEqual({
    store: 'mori',
    customer: Buffer.from('顧客/1').toString('base64url'),
    touchpoint: 'a'.repeat(32),
    enrolment: 'b'.repeat(20),
    scenario: 'after-purchase',
    version: '1',
    step: 'trouble',
    kind: 'marketing',
    template: 'after-purchase__any-trouble',
  });
});

test('a customer id too long for a tag does not stop the mail', () => {
  const { tags } = renderMail({ ...base, touchpoint: { ...base.touchpoint, customer: '客'.repeat(128) } });
  expect(tags).not.toHaveProperty('customer');
  expect(tags).toHaveProperty('touchpoint');
});

test('a subject is one bounded line without control characters, whatever goes into it', () => {
  expect(withSubject('Hi {{ customer.name }}', 'A\r\nBcc: x@example\u0000\u2028B')).toBe(
    'Hi A Bcc: x@example B',
  );
  expect(withSubject('Hi {{ customer.name }}', '{{ 1 | plus: 1 }} <b>')).toBe('Hi {{ 1 | plus: 1 }} <b>');
  const long = withSubject('{{ customer.name }}'.repeat(9), '👩‍👩‍👧‍👦'.repeat(40));
  expect(long.endsWith('…')).toBe(true);
  expect(long.isWellFormed()).toBe(true);
  expect([...new Intl.Segmenter().segment(long)].length).toBeLessThanOrEqual(151);
});

const names: [profile: object, ja: string, en: string][] = [
  [{ name: 'Hana' }, 'Hana 様', 'Hello Hana,'],
  [{ familyName: '森', givenName: '花' }, '森 花 様', 'Hello 花 森,'],
  [{ familyName: '森' }, '森 様', 'Hello 森,'],
  [{ name: '  ' }, 'お客様', 'Hello there,'],
  [{ name: '\u0000\n' }, 'お客様', 'Hello there,'],
  [{}, 'お客様', 'Hello there,'],
  [{ name: 'Win now https://evil.example' }, 'お客様', 'Hello there,'],
];
test.each(names)('she is greeted by the name that is known: %o', (profile, ja, en) => {
  const greeting = (locale: 'ja' | 'en') =>
    renderMail({
      ...mailInput('order-thanks/thanks', locale),
      profile: { email: 'a@example.com', ...profile },
    }).text;
  expect(greeting('ja').split('\n')).toContain(ja);
  expect(greeting('en').split('\n')).toContain(en);
});

test('fields of the event cannot stand in for the brand, the sender or the customer', () => {
  const event = { ...base.event, brand: { name: 'Evil' }, links: { unsubscribe: 'https://evil.example' } };
  expect(renderMail({ ...base, event }).html).not.toMatch(/evil/i);
});

const wishes: [string | undefined, 'ja' | 'en'][] = [
  ['ja', 'ja'],
  ['ja-JP', 'ja'],
  ['JA_jp', 'ja'],
  ['en-US', 'en'],
  ['en', 'en'],
  ['fr', 'ja'],
  ['', 'ja'],
  [undefined, 'ja'],
  ['jam', 'ja'],
  ['english', 'ja'],
];
test.each(wishes)('the locale %s is written to in %s where the store writes Japanese', (locale, chosen) => {
  expect(chooseLocale(locale, 'ja')).toBe(chosen);
});

test('a subject never holds what a mail program would decode, or a mark that turns it around', () => {
  expect(withSubject('Hi {{ customer.name }}', '=?UTF-8?B?QmNjOg==?=')).toBe('Hi = ?UTF-8?B?QmNjOg== ?=');
  expect(withSubject('Hi {{ customer.name }}', 'A\u061CB\u202EC')).toBe('Hi A B C');
});

test('a name that a mail program would make a link of is not shown, and initials are', () => {
  const greeted = (name: string) => withSubject('Hi {{ customer.name }}', name).trim();
  for (const name of [
    'win at evil.example',
    'x.co',
    'EVIL.COM/now',
    'bücher.de',
    'evil．com',
    'evil｡com',
    'a.xn--p1ai',
    'пример.рф',
    'https://a',
    'www.a',
  ])
    expect(greeted(name)).toBe('Hi');
  for (const name of ['J. Smith', 'J. R. Smith', 'Hana M.', 'Dr. Mori', '森　花', 'モーニング娘。'])
    expect(greeted(name)).not.toBe('Hi');
});

test('what the texts count by “increment” is counted anew in HTML', () => {
  const counted = '{% increment n %}';
  const compiled = { ...base.compiled, subject: counted, text: counted, html: counted };
  const { subject, text, html } = renderMail({ ...base, compiled });
  expect([subject, text.trim(), html]).toEqual(['0', '1', '0']);
});
