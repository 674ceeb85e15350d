import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortBytes, shortText } from '../../shared/aws/short-text.ts';

const hex = (text: string) => shortBytes(text).toString('hex');

test('text comes back as it was', () => {
  const japanese = fc.string({ unit: fc.constantFrom(...'アカシアはちみつ詰め合わせ 小、ー　Ａｂ0é™😀') });
  const text = fc.oneof(japanese, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(text, (some) => {
      const json = JSON.stringify(some);
      expect(shortText(shortBytes(json))).toBe(json);
    }),
    { numRuns: 1000 },
  );
});

test('is what the standard says of the windows it begins with', () => {
  // UTS #6, table 5: window 5 is hiragana, 6 katakana; SC5 is 15, SC6 is 16, SQU is 0E, SCU is 0F, UC5 is E5.
  expect(hex('{"a":1}')).toBe(Buffer.from('{"a":1}').toString('hex'));
  expect(hex('はち')).toBe('15afa1');
  expect(hex('ジャム')).toBe('1698c3c0');
  expect(hex('é')).toBe('10e9');
  expect(hex('小')).toBe('0e5c0f');
  expect(hex('詰合わ')).toBe('0f8a705408e5cf');
});

test('a word is the same bytes wherever it stands', () => {
  expect(hex('ジャム')).toBe(hex('はちみつ,ジャム').slice(-8));
});
