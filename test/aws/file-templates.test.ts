import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileTemplates } from '../../shared/aws/file-templates.ts';
import { UnknownTemplate } from '../../shared/core/values/unknown-template.ts';

const compiled = (subject: string) => ({ subject, html: '<p></p>', text: '' });
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'templates-'));
  await writeFile(join(directory, 'order-thanks__thanks.ja.json'), JSON.stringify(compiled('ja')));
  await writeFile(join(directory, 'order-thanks__thanks.en.json'), JSON.stringify(compiled('en')));
  await writeFile(join(directory, 'secret.json'), '{}');
});
afterAll(() => rm(directory, { recursive: true }));

test.each([
  ['ja', 'ja'],
  ['en', 'en'],
  ['en-US', 'en'],
  ['fr', 'ja'],
  ['', 'ja'],
  ['../secret', 'ja'],
  ['x'.repeat(300), 'ja'],
])('a template asked for in "%s" is there in %s', async (locale, subject) => {
  const templates = fileTemplates({ directory, fallback: 'ja' });
  expect(await templates.load('order-thanks/thanks', locale)).toEqual(compiled(subject));
});

test('a template that is nowhere is named, with what to do', async () => {
  const templates = fileTemplates({ directory, fallback: 'ja' });
  for (const name of ['order-thanks/other', '../order-thanks__thanks', '']) {
    await expect(templates.load(name, 'ja')).rejects.toThrow(UnknownTemplate);
    await expect(templates.load(name, 'ja')).rejects.toThrow(/build:templates/);
  }
});

test('a template is read once, and looked for again while it is missing', async () => {
  const own = await mkdtemp(join(tmpdir(), 'templates-'));
  const file = join(own, 'a__b.en.json');
  const templates = fileTemplates({ directory: own, fallback: 'en' });
  await expect(templates.load('a/b', 'en')).rejects.toThrow(UnknownTemplate);
  await writeFile(file, JSON.stringify(compiled('here now')));
  expect((await templates.load('a/b', 'en')).subject).toBe('here now');
  await rm(own, { recursive: true });
  expect((await templates.load('a/b', 'en')).subject).toBe('here now');
});
