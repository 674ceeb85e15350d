import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptMessages } from '../../../../infra/author/templates/kept-messages.ts';
import { buildTools, contentHash, isUpToDate } from '../../../../infra/author/templates/up-to-date.ts';
import { entry, folder, footer, inTrialFolder, message, problems, put, run } from './trial-folder.ts';

inTrialFolder();

test('a sound message becomes one file of three Liquid sources', async () => {
  expect(await run()).toBe(1);
  const compiled = JSON.parse(readFileSync(join(folder, 'to', 'story__hello.ja.json'), 'utf8'));
  expect(Object.keys(compiled)).toEqual(['subject', 'html', 'text']);
  expect(compiled.subject).toBe('Hello');
  expect(compiled.html).toContain('{% for item in order.items %}');
  expect(compiled.text).toContain('stop: {{ links.unsubscribe }}');
});

test('a fault in the layout is told once, in the layout file', async () => {
  put('story/again.ja.mjml', message());
  put(
    'layout/footer.mjml',
    `${footer}\n<!-- -->\n<mj-section><mj-column><mj-text>{{ brand.nmae }}</mj-text></mj-column></mj-section>`,
  );
  const found = await problems({ 'story/hello': entry, 'story/again': entry });
  expect(found.filter((line) => line.startsWith('layout/footer.mjml:4: uses "brand.nmae"'))).toHaveLength(1);
});

test('a declared message without its file is an error', async () => {
  const found = await problems({ 'story/hello': entry, 'story/gone': entry });
  expect(found).toEqual([
    expect.stringMatching(/^story\/gone\.ja\.mjml: is declared in messages\.ts but not there/),
  ]);
});

test('a file nobody declared is an error', async () => {
  put('story/stray.ja.mjml', message());
  expect(await problems()).toEqual([expect.stringMatching(/^story\/stray\.ja\.mjml: is declared by nobody/)]);
});

test('a declared event field that no language names is an error', async () => {
  const found = await problems({
    'story/hello': { ...entry, eventFields: [...entry.eventFields, 'order.total'] },
  });
  expect(found).toEqual([expect.stringMatching(/declares order\.total, which no language names: remove it/)]);
});

test('an opt-out in a transactional mail is an error', async () => {
  const found = await problems({ 'story/hello': { ...entry, kind: 'transactional' } });
  expect(found).toEqual([expect.stringMatching(/a transactional mail has no opt-out/)]);
});

test('all faults are told at once', async () => {
  put('story/hello.ja.mjml', message({ head: '', body: '<mj-text>{{ a.b }}</mj-text>' }));
  expect((await problems()).length).toBeGreaterThanOrEqual(3);
});

test('a message is compiled again only when it, or what it includes, has changed', async () => {
  const kept = join(folder, 'kept');
  const html = async () => {
    await run(undefined, keptMessages(kept));
    return JSON.parse(readFileSync(join(folder, 'to', 'story__hello.ja.json'), 'utf8')).html;
  };
  const compiled = await html();
  const [file = ''] = readdirSync(kept);
  const marked = { ...JSON.parse(readFileSync(join(kept, file), 'utf8')), html: 'as it was kept' };
  writeFileSync(join(kept, file), JSON.stringify(marked));
  expect(await html()).toBe('as it was kept');
  put('layout/footer.mjml', footer.replace('stop', 'leave'));
  expect(await html()).toBe(compiled.replace('>stop<', '>leave<'));
  writeFileSync(join(kept, file), 'torn');
  put('layout/footer.mjml', footer);
  expect(await html()).toBe(compiled);
});

test('a build leaves nothing behind of a message that is gone', async () => {
  mkdirSync(join(folder, 'to'));
  writeFileSync(join(folder, 'to', 'story__old.ja.json'), '{}');
  await run();
  expect(readdirSync(join(folder, 'to')).sort()).toEqual(['.stamp.json', 'story__hello.ja.json']);
});

test('a build is up to date until a source or an output changes', async () => {
  const to = join(folder, 'to');
  expect(isUpToDate(to, 's')).toBe(false);
  await run();
  expect(isUpToDate(to, 's')).toBe(true);
  expect(isUpToDate(to, 'other')).toBe(false);
  writeFileSync(join(to, 'story__hello.ja.json'), '{}');
  expect(isUpToDate(to, 's')).toBe(false);
  const before = contentHash([join(folder, 'from')]);
  put('layout/footer.mjml', 'changed');
  expect(contentHash([join(folder, 'from')])).not.toBe(before);
});

// The characters are those of the HTML standard's list of named references.
test.each([
  ['Caf&eacute;&nbsp;&amp; Tea &#39;26 &yen;100', "Café\u00a0& Tea '26 ¥100"],
  ['&lt;b&gt; &quot;x&quot; &hellip;&#x3042;', '<b> "x" …あ'],
  ['&amp;eacute; &amp;amp;lt;', '&eacute; &amp;lt;'],
  ['AT&T &unknown; 5 & 6', 'AT&T &unknown; 5 & 6'],
  [
    '{% if customer.name %}{{ customer.name | default: "&eacute;" }}{% else %}a{% endif %}',
    '{% if customer.name %}{{ customer.name | default: "é" }}{% else %}a{% endif %}',
  ],
])('the subject of the title %s is %s', async (title, subject) => {
  put('story/hello.ja.mjml', message({ head: `<mj-title>${title}</mj-title><mj-preview>Peek</mj-preview>` }));
  await run();
  const compiled = JSON.parse(readFileSync(join(folder, 'to', 'story__hello.ja.json'), 'utf8'));
  expect(compiled.subject).toBe(subject);
});

test('what renders messages, and the data they are tried on, are among what makes a build stale', () => {
  const root = join(import.meta.dirname, '..', '..', '..', '..');
  const hashed = buildTools(root).map((tool) => tool.slice(root.length + 1));
  // Whatever the compiler imports of the author's tools and of the service lies in one of them.
  const compiler = readdirSync(join(root, 'infra/author/templates')).filter((name) => name.endsWith('.ts'));
  const imported = compiler.flatMap((name) =>
    [
      ...readFileSync(join(root, 'infra/author/templates', name), 'utf8').matchAll(/from '(\.\.\/[^']+)'/g),
    ].map(([, file = '']) => join('infra/author/templates', file)),
  );
  const asked = imported.filter((file) => /^infra\/author\/\w+\/|^shared\/service\//.test(file));
  expect(asked.length).toBeGreaterThan(2);
  for (const file of asked) expect(hashed.some((tool) => file.startsWith(`${tool}/`))).toBe(true);
});
