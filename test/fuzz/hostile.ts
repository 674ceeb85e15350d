/** Texts and values that have broken parsers, templates and mail headers before, and random ones around them. */
import fc from 'fast-check';
import { planted } from './planted.ts';

const injections = [
  'x\r\nBcc: victim@example.com',
  'x\nSubject: other\n\nbody',
  '\u0000\u0007\u001b[31m\u007f\u0085',
  '\u2028\u2029\u202Eesrever\u202C\u061C\u200F\u2066',
  "{{ 'INJ' | append: 'ECTED' }}",
  "{% assign x = 'INJ' | append: 'ECTED' %}{{ x }}{% include '/etc/passwd' %}",
  '{{ brand.name }}{% raw %}',
  '{%',
  '<script>evil()</script>',
  '"><img src=x onerror=evil()>',
  "' onmouseover='evil()",
  '</title></style><a href="javascript:evil()">x</a>',
  'javascript:evil()',
  'data:text/html,evil',
  '=?UTF-8?B?SU5KRUNURUQNCg==?=',
  '=?utf-8?Q?x=0D=0ABcc:_victim@example.com?=',
  '\uD800',
  'half \uDE00 of two \uD83D',
  '🧵'.repeat(40),
  `a${'🧵'.repeat(300)}`,
  'e\u0301'.repeat(100),
  '\u200d'.repeat(300),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: hostile text that must stay text
  '${7*7}#{7*7}%s%n%x',
  "'; DROP TABLE customers; --",
  '../../etc/passwd\u0000.png',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '$ref',
  'null',
  'NaN',
  '',
  ' ',
  '=1+1',
  '繋ぐ　株式会社',
  'Iİıſ',
] as const;

const anyUnits = fc
  .array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff)), { maxLength: 24 })
  .map((points) => String.fromCodePoint(...points));

/** Any text: an attack, personal data, or what chance brings; alone or inside other text. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...injections) },
  { weight: 2, arbitrary: fc.constantFrom(planted.email, planted.name, planted.phone) },
  { weight: 2, arbitrary: anyUnits },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 24 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.string({ maxLength: 60 }), fc.constantFrom(...injections), fc.string({ maxLength: 8 }))
      .map((parts) => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('a', ' ', '\n', '<', '{{', '=?', '\uD83D', '客', 'a\u0301'), fc.nat(3000))
      .map(([unit, times]) => unit.repeat(times)),
  },
);

export const hostileKey: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'valueOf',
    'hasOwnProperty',
    'then',
    'toJSON',
  ),
  fc.constantFrom('0', '-1', 'length', '', ' ', '\uD800', 'a.b', 'a[0]', planted.email),
  fc.string({ maxLength: 8 }),
);

const oddNumber = fc.oneof(
  fc.constantFrom(
    -0,
    0,
    -1,
    0.1,
    1e-9,
    1e21,
    1e300,
    -1e15,
    1e15 + 1,
    2 ** 53,
    2 ** 53 + 2,
    2 ** 31,
    253402300800000,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);

const oddTime = fc.oneof(
  fc.constantFrom(
    '2026-11-22T09:30:00+09:00',
    '2026-11-22T00:30:00Z',
    '+275760-09-13T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    '1899-12-31T23:59:59Z',
    '1900-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2016-12-31T23:59:60Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T09:30:00+23:59',
    '2026-11-22T09:30:00.123456789123+09:00',
    '2026-11-22T09:30:00+09:00[Asia/Tokyo][u-ca=iso8601]',
    '20261122T003000Z',
    '2026-11-22',
    'Asia/Tokyo',
    '+14:00',
    'GMT',
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);

/** Marks in the text of JSON, written out only when the text is made: `raw.ts`. */
const huge = fc.constantFrom(
  '@@deep:100@@',
  '@@deep:90000@@',
  '@@maps:20000@@',
  '@@list:1001@@',
  '@@long:2049:x@@',
  '@@long:100000:<@@',
  '@@long:60000: @@',
  '@@number:1e999@@',
  '@@number:-1e999@@',
  '@@number:12345678901234567890@@',
  '@@number:0.1000000000000000055511151231257827@@',
);

/** Any value that JSON can carry, and some that only its text can. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: hostileText },
  { weight: 3, arbitrary: oddNumber },
  { weight: 2, arbitrary: oddTime },
  { weight: 3, arbitrary: fc.constantFrom(null, true, false, 0, 1, '') },
  { weight: 2, arbitrary: fc.constantFrom([], {}, [null], [[]], { id: 'x' }, [{}], ['a', 1, null]) },
  { weight: 1, arbitrary: fc.dictionary(hostileKey, hostileText, { maxKeys: 3 }) },
  { weight: 1, arbitrary: fc.array(hostileText, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: huge },
);
