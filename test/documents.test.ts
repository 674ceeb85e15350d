/** What can be asked of the documentation by machine: its links lead somewhere, its tables leave nothing out, its length. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { eventNames } from '../shared/core/events/event-catalogue.ts';
import { settingsSchema } from '../shared/settings/settings.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const sourcePaths = () =>
  ['shared', 'functions', 'infra', 'test', 'docs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );

/** The anchors GitHub gives the headings of a page. */
function anchorsOf(text: string): Set<string> {
  const headings = withoutCode(text).matchAll(/^#{1,6} +(.+)$/gm);
  const anchors = [...headings].map(([, heading = '']) =>
    heading
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set(anchors);
}

function withoutCode(text: string): string {
  return text.replaceAll(/^( *)(`{3,})[\s\S]*?^\1\2$/gm, '');
}

function linksOf(text: string): string[] {
  const bare = withoutCode(text).replaceAll(/`[^`\n]*`/g, '');
  return [...bare.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map(
    ([, plain, html]) => plain ?? html ?? '',
  );
}

test.each(pages)('every link of %s to the repository leads somewhere', (page) => {
  const dead = linksOf(read(page)).filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : relative(root, resolve(root, dirname(page), path));
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(read(target)).has(anchor);
  });
  expect(dead).toEqual([]);
});

test.each(pages)('every file that %s names by a path is there', (page) => {
  const here = sourcePaths();
  const named = [...read(page).matchAll(/`([\w./-]+\/[\w.-]+\.(?:ts|json|mjml))`/g)].map(
    ([, path = '']) => path,
  );
  // What a reader writes is not there before it is written.
  const ours = named.filter((path) => !/store\/|second-cup\//.test(path));
  expect(ours.filter((path) => !here.some((file) => file === path || file.endsWith(`/${path}`)))).toEqual([]);
});

test.each(['README.md', 'README.ja.md'])('%s is read in a few minutes: at most 250 lines', (page) => {
  expect(read(page).trimEnd().split('\n').length).toBeLessThanOrEqual(250);
});

test.each(['docs/settings.md', 'docs/ja/settings.md'])('%s names every setting', (page) => {
  const text = read(page);
  const names = Object.keys(settingsSchema.shape).filter((name) => name !== 'brand');
  const brand = Object.keys(settingsSchema.shape.brand.shape);
  const missing = [...names, ...brand].filter((name) => !new RegExp(`\`(brand\\.)?${name}\``).test(text));
  expect(missing).toEqual([]);
});

test.each(['docs/events.md', 'docs/ja/events.md'])('%s names every event', (page) => {
  const text = read(page);
  expect(eventNames.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

test.each(['ja'])('each page in %s has an English one of its name', (language) => {
  const names = pages.filter((page) => page.startsWith(`docs/${language}/`));
  expect(names.filter((name) => !pages.includes(name.replace(`/${language}/`, '/')))).toEqual([]);
  expect(names.length).toBeGreaterThan(5);
});
