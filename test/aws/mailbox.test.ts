import { expect, test } from 'vitest';
import { mailbox } from '../../shared/aws/mailbox.ts';

const address = 'shop@shop.example';

test('a plain name is quoted, its quotes escaped', () => {
  expect(mailbox('Green Shop', address)).toBe('"Green Shop" <shop@shop.example>');
  expect(mailbox('Ann "A" \\ Co., Ltd.', address)).toBe('"Ann \\"A\\" \\\\ Co., Ltd." <shop@shop.example>');
});

test('a name that is none leaves the bare address', () => {
  expect(mailbox(' \r\n ', address)).toBe(address);
});

test('a name cannot begin a header of its own', () => {
  expect(mailbox('Shop\r\nBcc: all@shop.example', address)).toBe(
    '"Shop Bcc: all@shop.example" <shop@shop.example>',
  );
  expect(mailbox('店\r\nBcc: x', address)).not.toMatch(/[\r\n]/);
});

test('a long name of any letters is cut between letters into words that are short enough', () => {
  const name = '繋ぐ😀 '.repeat(12).trim();
  const words = mailbox(name, address).replace(` <${address}>`, '').split(' ');
  expect(words.length).toBeGreaterThan(2);
  for (const word of words) expect(word.length).toBeLessThanOrEqual(75);
  const decoded = words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString('utf8')).join('');
  expect(decoded).toBe(name);
});
