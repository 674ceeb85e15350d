import { expect, test } from 'vitest';
import { addressKeyText } from '../../../../shared/core/values/address/address-key.ts';
import { readMailAddress } from '../../../../shared/core/values/address/mail-address.ts';

/** RFC 5321, 4.1.2: `Dot-string = Atom *("." Atom)`, where an atom is of RFC 5322's `atext`. */
test.each([
  ...['r&d@x.jp', 'a/b@docomo.ne.jp', 'a?b@x.jp', 'a!b@x.jp', 'prvs=x@x.jp', 'a~b@x.jp', 'a%b@x.jp'],
  ...['a*b@x.jp', 'a#b@x.jp', "x'@x.jp", 'a|b@x.jp', '{a}@x.jp', 'a^b`$@x.jp', '-a-@x.jp', '1@x.jp'],
  ...["o'neil+tag@Example.COM", '_x_@x.jp', `${'x'.repeat(64)}@x.jp`, 'x@xn--wgv71a119e.jp'],
  ...['x@example.xn--p1ai', 'x@a-b.co.jp', 'x@163.com', `x@${'y'.repeat(63)}.jp`],
])('%s is mailed as it is', (address) => {
  expect(readMailAddress(address)).toBe(address);
});

/** The A-labels are those of IANA's root zone and of the registries (RFC 5891). */
test.each([
  ['hana@日本語.jp', 'hana@xn--wgv71a119e.jp'],
  ['hana@例え.テスト', 'hana@xn--r8jz45g.xn--zckzah'],
  ['x@пример.рф', 'x@xn--e1afmkfd.xn--p1ai'],
  ['x@Bücher.example', 'x@xn--bcher-kva.example'],
  ['hana@example。com', 'hana@example.com'],
  ['ｈａｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'hana@example.com'],
  ['ｈａｎａ＋ｔａｇ＠example.com', 'hana+tag@example.com'],
  ['hana@ｅｘａｍｐｌｅ．jp\u3000', 'hana@example.jp'],
  ['hana@example.com\u200b', 'hana@example.com'],
])('%s is read as %s', (text, address) => {
  expect(readMailAddress(text)).toBe(address);
});

test.each([
  ' hana@example.com\r\n',
  '<hana@example.com>',
  'Hana <hana@example.com>',
  '森 花子 <hana@example.com>',
  '森　花子　＜hana@example.com＞',
  '"Mori, Hana" <hana@example.com>',
  'hana@example.com (Hana)',
  'mailto:hana@example.com',
  'MAILTO:hana@example.com?subject=Hi%20there',
  'mailto:%68ana@example.com',
])('%j is read as the address it means', (text) => {
  expect(readMailAddress(text)).toBe('hana@example.com');
});

/** RFC 2047, 5: an encoded word stands in no part of an address, or readers of mail may show and send to another. */
test.each([
  '=?UTF-8?B?SU5KRUNURUQNCg==?=@example.com',
  '=?utf-8?q?collab?=foobar@example.com',
  'x=?x?q?=41=42=3efoo?=y@example.com',
  '=?iso-8859-1?Q?=61?=@example.com',
  '=?utf-8*en?B?YQ==?=@example.com',
  'Hana <=?UTF-8?B?YQ==?=@example.com>',
])('%s has an encoded word where none may be, and is refused', (address) => {
  expect(readMailAddress(address)).toBeUndefined();
});

test.each(['a=?b@x.jp', 'a=?b?c@x.jp', '=?=@x.jp', 'a?=b=?c@x.jp', 'a=?b?cd?e?=@x.jp'])(
  '%s holds some marks of an encoded word and is none: it is mailed',
  (address) => {
    expect(readMailAddress(address)).toBe(address);
  },
);

test.each([
  ...['', 'hana', '@', '@example.com', 'hana@', 'hana@example', 'hana@example.com.', 'hana@.example.com'],
  ...['a..b@docomo.ne.jp', 'a.@docomo.ne.jp', '.a@x.jp', '"a..b"@docomo.ne.jp', '"a b"@x.jp', '"ab"@x.jp'],
  ...['a@b@x.jp', 'a@[192.0.2.1]', 'a@192.0.2.1', 'a@1.2', 'a@x.c', 'a@x_y.jp', 'a@-x.jp', 'a@x-.jp'],
  ...['a@x.jp, b@x.jp', 'a@x.jp; b@x.jp', 'a@x.jp b@x.jp', 'all: a@x.jp, b@x.jp;', 'mailto:a@x.jp,b@x.jp'],
  ...['a@x.jp\r\nBcc: b@x.jp', 'mailto:a@x.jp%0d%0aBcc:b@x.jp', 'Hana\n<a@x.jp>', 'a @x.jp', 'a@ x.jp'],
  ...[
    'a@b.jp <c@x.jp>',
    'Hana <a@x.jp',
    'a@x.jp>',
    '花子@x.jp',
    'é@x.jp',
    'a@xn--日本.jp',
    'a@日本.jp/x.com',
  ],
  ...['a@%65xample.jp', 'mailto:%ff@x.jp', 'a@日本.jp:80', 'a(@x.jp', `${'x'.repeat(65)}@x.jp`],
  ...[`x@${'y'.repeat(64)}.jp`, `x@${'y.'.repeat(126)}jp`, `${'Hana '.repeat(64)}<a@x.jp>`],
])('%j is refused', (text) => {
  expect(readMailAddress(text)).toBeUndefined();
});

test('whatever a form brings is answered soon', () => {
  const hostile = [
    '(',
    '"',
    '\\',
    '<',
    '()',
    '(a)',
    '"" ',
    ' ( )',
    '<@a,',
    '( ',
    'a ',
    'a.',
    '@',
    ' ',
    ':',
    'あ ',
  ];
  const texts = hostile.map((piece) => `${piece.repeat(320).slice(0, 313)}@x.jp`);
  const begun = performance.now();
  for (const text of texts) readMailAddress(text);
  expect(performance.now() - begun).toBeLessThan(5000);
});

test('two spellings of one address have one key, and an ASCII one is its own but for its case', () => {
  expect(addressKeyText(' Hana@日本語.JP')).toBe(addressKeyText('hana@xn--wgv71a119e.jp'));
  expect(addressKeyText('hana@日本語.jp')).toBe('hana@xn--wgv71a119e.jp');
  for (const odd of ['A..b@Docomo.ne.jp', 'Hana <Hana@x.jp>', 'no at', 'a@%65.jp', 'a@[1.2.3.4]', '']) {
    expect(addressKeyText(` ${odd}`)).toBe(odd.toLowerCase());
  }
  expect(addressKeyText('花@日本語.jp')).toBe('花@xn--wgv71a119e.jp');
  expect(addressKeyText('花@例 え.jp')).toBe('花@例 え.jp');
});
