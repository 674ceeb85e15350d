import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCheckedLibrary, UncheckedLibrary } from '../../shared/aws/checked-library.ts';

const folder = mkdtempSync(join(tmpdir(), 'tsunagu-library-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'library.json');
const text = JSON.stringify({ scenarios: [{ id: 'welcome', on: '入会' }] });
const digest = createHash('sha256').update(text).digest('hex');

test('a library is read as it was checked', () => {
  writeFileSync(file, text);
  expect(readCheckedLibrary(file, digest)).toEqual({ scenarios: [{ id: 'welcome', on: '入会' }] });
});

test('one letter changed after the check is refused', () => {
  writeFileSync(file, text.replace('welcome', 'welcomf'));
  expect(() => readCheckedLibrary(file, digest)).toThrow(UncheckedLibrary);
});
