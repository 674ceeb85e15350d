import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { ownFilters } from '../../../infra/author/templates/liquid-engine.ts';
import { money } from '../../../shared/service/rendering/money-text.ts';
import { renderLiquid } from '../../../shared/service/rendering/render-liquid.ts';

const now = Temporal.Instant.from('2026-11-30T15:30:00Z');
const tokyo = { locale: 'ja', timeZone: 'Asia/Tokyo', now };

test('money has the digits of its currency by ISO 4217', () => {
  expect(money(5400, 'JPY', 'ja')).toBe('￥5,400');
  expect(money(5400, 'USD', 'en')).toBe('$54.00');
  expect(money(1234567, 'USD', 'en')).toBe('$12,345.67');
  expect(money(5400, 'KRW', 'en')).toBe('₩5,400');
  expect(money(5400, 'KWD', 'en').replaceAll(/\s/g, ' ')).toBe('KWD 5.400');
  expect(money(-250, 'EUR', 'en')).toBe('-€2.50');
  expect(money(0, 'JPY', 'en')).toBe('¥0');
});

test('each amount is written for its own reader and currency, whatever was written before', () => {
  const many = Intl.supportedValuesOf('currency').slice(0, 120);
  for (const currency of many) money(1, currency, 'en');
  const shown = (['ja', 'en'] as const).flatMap((locale) =>
    ['JPY', 'USD'].map((code) => money(5400, code, locale)),
  );
  expect(shown).toEqual(['￥5,400', '$54.00', '¥5,400', '$54.00']);
  expect(money(5400, 'KRW', 'en')).toBe('₩5,400');
});

test('money that is none is shown as it came', () => {
  expect(money('5400', 'JPY', 'ja')).toBe('5400');
  expect(money(5400, 'yen', 'ja')).toBe('5400');
  expect(money(undefined, 'JPY', 'ja')).toBe('');
  expect(money(Number.NaN, 'JPY', 'ja')).toBe('NaN');
});

test('a date is that of the reader’s own wall, in her language', () => {
  const at = '2026-11-22T23:30:00Z';
  expect(renderLiquid('{{ at | date }}', { at }, tokyo, 'text')).toBe('2026年11月23日');
  expect(
    renderLiquid('{{ at | date }}', { at }, { locale: 'en', timeZone: 'America/New_York', now }, 'text'),
  ).toBe('November 22, 2026');
  expect(renderLiquid('{{ at | date }}', { at: '2026-02-28' }, tokyo, 'text')).toBe('2026年2月28日');
  expect(renderLiquid('{{ at | date }}', { at: 'soon' }, tokyo, 'text')).toBe('soon');
});

test('HTML is escaped, text is not, and data is never read as a template', () => {
  const scope = { name: '<b>&"\'{{ name }}' };
  expect(renderLiquid('{{ name }}', scope, tokyo, 'html')).toBe('&lt;b&gt;&amp;&#34;&#39;{{ name }}');
  expect(renderLiquid('{{ name }}', scope, tokyo, 'text')).toBe(scope.name);
  expect(renderLiquid('{{ name | upcase }}', { name: '<b>' }, tokyo, 'html')).toBe('&lt;B&gt;');
});

test.each([
  '{{ name | raw }}',
  '{% include "/etc/passwd" %}',
  '{% render "/etc/passwd" %}',
  '{% layout "/etc/passwd" %}',
])('%s is refused', (source) => {
  expect(() => renderLiquid(source, { name: 'x' }, tokyo, 'html')).toThrow();
});

test('prototypes are out of reach, and a missing variable is an error', () => {
  expect(() => renderLiquid('{{ a.constructor.name }}', { a: {} }, tokyo, 'html')).toThrow(
    /undefined variable/,
  );
  expect(() => renderLiquid('{{ absent }}', {}, tokyo, 'text')).toThrow(/undefined variable: absent/);
});

test('a loop that would fill the memory is stopped', () => {
  const source = '{% for i in (1..100000000) %}{{ i }}{% endfor %}';
  expect(() => renderLiquid(source, {}, tokyo, 'text')).toThrow(/limit/);
});

test('the filters a build allows are those that exist when a mail is rendered', () => {
  for (const name of ownFilters) {
    expect(() => renderLiquid(`{{ "2026-01-01" | ${name} }}`, {}, tokyo, 'html')).not.toThrow();
  }
});

const newYork = { locale: 'en', timeZone: 'America/New_York', now };
test.each([
  ['{{ "now" | date: "%Y" }}', '2026', '2026'],
  ['{{ "now" | date: "%m/%d" }}', '12/01', '11/30'],
  ['{{ "today" | date }}', '2026年12月1日', 'November 30, 2026'],
  ['{{ day | date: "%m/%d" }}', '12/24', '12/24'],
  ['{{ day | date: "%Y年%-m月%-d日" }}', '2026年12月24日', '2026年12月24日'],
  ['{{ day | date: "%B" }}', '12月', 'December'],
  ['{{ at | date: "%Y-%m-%d %H:%M" }}', '2026-11-23 08:30', '2026-11-22 18:30'],
  ['{{ "now" | time }}', '00:30', '10:30'],
  ['{{ word | date: "%Y" }}', 'soon', 'soon'],
  ['{{ number | date: "%Y" }}', '5', '5'],
  ['{{ day | date: format }}', '24', '24'],
])('%s is %s to a reader in Tokyo and %s to one in New York', (source, inTokyo, inNewYork) => {
  const scope = { day: '2026-12-24', at: '2026-11-22T23:30:00Z', word: 'soon', number: 5, format: '%d' };
  expect(renderLiquid(source, scope, tokyo, 'text')).toBe(inTokyo);
  expect(renderLiquid(source, scope, newYork, 'html')).toBe(inNewYork);
});
