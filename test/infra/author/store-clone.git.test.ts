/** What a store owns and what upstream ships never meet: a clone merges a later upstream without a conflict. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StoreClone, storeClone } from './store-clone.ts';

let clone: StoreClone;
beforeAll(() => {
  clone = storeClone();
  clone.git('init', '-q', '-b', 'main');
  clone.commit('What ships');
});
afterAll(() => clone?.end());

const own = 'shared/store/programs';

/** Two programs of its own, a copy of one of ours, words over another’s, a segment and a setting. */
function storeWorks() {
  clone.git('checkout', '-q', '-b', 'store');
  clone.scenario('new', 'tea-club', '--trigger', 'CustomerRegistered', '--waits', 'now,4d');
  clone.scenario('new', 'late-thanks', '--waits', '3d');
  clone.edit(
    'shared/store/store.ts',
    'segments: []',
    "segments: [{ name: 'tea-lovers', means: 'Likes tea.', is: { the: 'customer.labels', is: 'tea' } }]",
  );
  clone.edit('shared/store/store.ts', 'settings: {}', "settings: { forbiddenClaims: ['a miracle'] }");
  clone.edit(
    `${own}/tea-club/tea-club.ts`,
    "stage: 'retention'",
    "stage: 'retention', exitOn: [{ when: { the: 'customer.segments', is: 'tea-lovers' } }]",
  );
  clone.scenario('own', 'birthday');
  clone.edit(`${own}/birthday/birthday-week.ts`, 'version: 2', 'version: 3');
  clone.edit(`${own}/birthday/messages.ts`, "'birthday/wishes'", "'birthday/our-wishes'");
  clone.edit(`${own}/birthday/birthday-week.ts`, "'birthday/wishes'", "'birthday/our-wishes'");
  for (const locale of ['ja', 'en'])
    clone.move(
      `${own}/birthday/texts/birthday/wishes.${locale}.mjml`,
      `${own}/birthday/texts/birthday/our-wishes.${locale}.mjml`,
    );
  clone.scenario('own', 'welcome/promise');
  clone.edit(
    'shared/store/texts/welcome/promise.en.mjml',
    /<mj-title>.*<\/mj-title>/,
    '<mj-title>Ours</mj-title>',
  );
  ship('The store');
}

/** A shipped program changes, so does the one that the store replaced, and one comes. */
function upstreamWorks() {
  clone.git('checkout', '-q', 'main');
  clone.edit('shared/programs/sales/new-product.ts', 'version: 1', 'version: 2, inFlight: { move: {} }');
  clone.edit('shared/programs/birthday/birthday-week.ts', 'version: 2', 'version: 3');
  clone.edit(
    'shared/programs/welcome/texts/welcome/promise.en.mjml',
    /<mj-title>.*<\/mj-title>/,
    '<mj-title>Theirs</mj-title>',
  );
  clone.copy('shared/programs/browse', 'shared/programs/spring');
  clone.move('shared/programs/spring/browse-follow-up.ts', 'shared/programs/spring/spring-walk.ts');
  clone.move('shared/programs/spring/texts/browse-follow-up', 'shared/programs/spring/texts/spring-walk');
  for (const file of clone.files('shared/programs/spring').filter((name) => name.endsWith('.ts')))
    clone.write(
      file,
      clone
        .read(file)
        .replaceAll('browse-follow-up', 'spring-walk')
        .replaceAll('browseFollowUp', 'springWalk'),
    );
  clone.edit(
    'shared/programs/shipped.ts',
    'import { program as welcome }',
    "import { program as spring } from './spring/program.ts';\nimport { program as welcome }",
  );
  clone.edit('shared/programs/shipped.ts', '  pulse,\n', '  pulse,\n  spring,\n');
  ship('Upstream');
}

/** As a person ends a change: what carried on the version that goes is retired with it. */
function ship(message: string) {
  clone.build();
  clone.scenario('lock', '--retire', 'birthday-week@1');
  clone.scenario('map');
  clone.commit(message);
}

test('a later upstream merges without a conflict, and what it ships stays as it is there', () => {
  storeWorks();
  upstreamWorks();
  clone.git('checkout', '-q', 'store');
  expect(clone.git('merge', '--no-edit', 'main')).not.toContain('CONFLICT');
  expect(clone.git('diff', '--name-only', 'main', '--', 'shared/programs', 'docs')).toBe('');
});

test('the store’s checks are green after it, and renewing lock, maps and table touches its own files alone', () => {
  expect(clone.types()).toBe('');
  clone.build();
  expect(clone.scenario('check')).toMatch(/: all right/);
  clone.scenario('lock');
  clone.scenario('map');
  const changed = clone.git('status', '--porcelain').split('\n').filter(Boolean);
  expect(changed.filter((line) => !line.includes('shared/store/'))).toEqual([]);
  expect(clone.read('shared/store/programs.md')).toContain('[spring-walk]');
  expect(JSON.parse(clone.read('shared/store/released.json'))).toMatchObject({
    'tea-club': { 1: expect.any(String) },
    'birthday-week': { 2: expect.any(String), 3: expect.any(String) },
  });
  expect(clone.read('dist/templates/welcome__promise.en.json')).toContain('"subject":"Ours"');
  expect(clone.read('dist/shipped-templates/welcome__promise.en.json')).toContain('"subject":"Theirs"');
  const files = ['lock', 'map', 'documented'].map((name) => `test/infra/author/${name}.test.ts`);
  const tests = clone.vitest(
    ...files,
    'test/programs/registry.test.ts',
    'test/programs/birthday',
    'test/store',
  );
  expect([tests.code, tests.out]).toEqual([0, expect.stringContaining(', 0 failed')]);
});

test('a setting that the store says in code holds', () => {
  clone.edit('shared/store/texts/welcome/promise.en.mjml', '>Ours<', '>A miracle<');
  expect(clone.checked()).toContain(
    'wrong  shared/store/texts/welcome/promise.en.mjml: claims "a miracle", which "forbiddenClaims"',
  );
});

test('a wrong name of a message or a segment is one error on its own line, in the store’s files and in ours', () => {
  const wrong: [file: string, piece: string, by: string][] = [
    [`${own}/tea-club/tea-club.ts`, "'tea-club/message-1'", "'tea-club/message-9'"],
    [
      `${own}/tea-club/tea-club.ts`,
      "stage: 'retention',",
      "stage: 'retention', limit: { segment: 'tea-loafers' },",
    ],
    ['shared/programs/welcome/welcome.ts', "'welcome/promise'", "'welcome/promises'"],
    ['shared/programs/welcome/welcome.ts', "'opted-in'", "'opted-inn'"],
  ];
  for (const [file, piece, by] of wrong) clone.edit(file, piece, by);
  clone.edit(
    `${own}/late-thanks/late-thanks.ts`,
    "stage: 'retention',",
    "stage: 'retention', limit: { segment: 'tea-lovers' },",
  );
  const lines = wrong.map(([file, , by]) => {
    const at =
      clone
        .read(file)
        .split('\n')
        .findIndex((line) => line.includes(by)) + 1;
    return `${file}(${at}`;
  });
  const told = clone
    .types()
    .split('\n')
    .filter((line) => /^\S+\(\d+,\d+\): error/.test(line));
  expect(told.map((line) => line.slice(0, line.indexOf(','))).sort()).toEqual(lines.sort());
});
