/** The bytes are written out: Node has no encoder but that of UTF-8. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { decoderFor, fileText, type SaidEncoding } from '../../../../infra/operator/import/text-encoding.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'encoding-'));
afterAll(() => rmSync(folder, { recursive: true }));

const header = Buffer.from('customer.id,customer.familyName\n');

async function read(bytes: Buffer, said?: SaidEncoding): Promise<string> {
  const file = path.join(folder, 'customers.csv');
  writeFileSync(file, bytes);
  let text = '';
  for await (const piece of fileText(file, await decoderFor(file, said))) text += piece;
  return text;
}
const name = (...bytes: number[]) => Buffer.concat([header, Buffer.from('c-1,'), Buffer.from(bytes)]);
const latin = (text: string) => Buffer.concat([header, Buffer.from(`c-1,${text}\n`, 'latin1')]);

test.each([
  ['髙橋 はな ①', [0xfb, 0xfc, 0x8b, 0xb4, 0x20, 0x82, 0xcd, 0x82, 0xc8, 0x20, 0x87, 0x40]],
  ['森', [0x90, 0x58]],
  ['ﾀｶﾊｼ 森', [0xc0, 0xb6, 0xca, 0xbc, 0x20, 0x90, 0x58]],
])('%s in cp932 is read', async (text, bytes) => {
  expect(await read(name(...bytes))).toContain(`c-1,${text}`);
});

test.each(['髙橋 はな', '森', 'Müller', 'François', 'Ångström', 'Анна', 'Žižek', '花子😀', 'ﾀｶﾊｼ'])(
  '%s in UTF-8 is read',
  async (text) => {
    expect(await read(Buffer.concat([header, Buffer.from(`c-1,${text}\n`)]))).toContain(`c-1,${text}`);
  },
);

test('UTF-16 with its mark is read, and without it is refused', async () => {
  const marked = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  expect(await read(marked('c-1,髙橋'))).toBe('c-1,髙橋');
  expect(await read(marked('c-1,髙橋').swap16())).toBe('c-1,髙橋');
  await expect(read(Buffer.from('c-1,髙橋', 'utf16le'))).rejects.toThrow('UTF-16');
});

test.each(['Müller', 'François', 'Björn', 'Hélène', 'straße', 'José'])(
  '%s of a European table is not taken for Japanese',
  async (text) => {
    await expect(read(latin(text))).rejects.toThrow('--encoding');
    expect(await read(latin(text), 'windows-1252')).toContain(`c-1,${text}`);
  },
);

test.each([
  ['EUC-JP', name(0xb9, 0xe2, 0xb6, 0xb6), 'euc-jp', '高橋'],
  ['half-width kana alone, that are letters in UTF-8', name(0xc6, 0xbc), 'cp932', 'ﾆｼ'],
] as const)('%s is asked for, and read once it is said', async (_, bytes, said, text) => {
  await expect(read(bytes)).rejects.toThrow('--encoding');
  expect(await read(bytes, said)).toContain(`c-1,${text}`);
});

test('what is in no encoding is refused with the lines that say so', async () => {
  const mixed = Buffer.concat([
    header,
    Buffer.from('c-1,髙橋ー\n'),
    Buffer.from([0x82, 0xcd, 0xff, 10]),
    Buffer.from('c-3,Hana\n'),
  ]);
  await expect(read(mixed)).rejects.toThrow(/UTF-8 \(see line 3\).*cp932 \(see line \d\)/);
  await expect(read(mixed, 'cp932')).rejects.toThrow('is not shift_jis text');
});

test('the Japanese of mails (ISO-2022-JP) is refused, though each of its bytes is ASCII', async () => {
  await expect(read(name(0x1b, 0x24, 0x42, 0x39, 0x62, 0x1b, 0x28, 0x42))).rejects.toThrow('ISO-2022-JP');
});

const broken = Buffer.from([0xe7, 0x94]);
test.each([
  ['at the end of a line', [Buffer.from('c-1,田中\nc-2,'), broken, Buffer.from('\n')]],
  ['in the midst of its only name', [Buffer.from('c-1,田'), broken, Buffer.from('中花子\n')]],
  ['cut off at the end of the file', [Buffer.from('c-1,はなこ\nc-2,'), broken]],
  ['among accents', [Buffer.from('c-1,Müller Björn 田中\nc-2,'), Buffer.from([0xe3, 0x81, 10])]],
])('UTF-8 with a broken letter %s is not taken for cp932', async (_, pieces) => {
  await expect(read(Buffer.concat([header, ...pieces]))).rejects.toThrow(/broken|neither/);
});

test('long Japanese text in cp932 is not taken for broken UTF-8', async () => {
  // 綾 塚 莉 縺 繧 in cp932: lead bytes that also begin letters of UTF-8.
  const text = [0x88, 0xbb, 0x92, 0xcb, 0xe4, 0xbb, 0xe3, 0x81, 0xe3, 0x82, 0x82, 0xcd, 0x82, 0xc8];
  expect(await read(name(...text))).toContain('はな');
});
