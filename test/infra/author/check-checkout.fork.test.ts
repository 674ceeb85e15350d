/** The command itself, on a copy of the checkout in which things are wrong. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trialCopy } from './trial-copy.ts';

let copy: ReturnType<typeof trialCopy>;
beforeAll(() => {
  copy = trialCopy();
});
afterAll(() => copy.end());

test('whatever is wrong with a checkout is told at once, with exit code 1', () => {
  const ja = 'shared/programs/after-purchase/texts/after-purchase/continue.ja.mjml';
  copy.edit(ja, '<mj-include path="layout/footer-marketing.ja.mjml" />', '');
  copy.remove('shared/programs/after-purchase/texts/after-purchase/any-trouble.en.mjml');
  copy.edit('shared/programs/after-purchase/program.ts', ', afterPurchase]', ', orderThanks]');
  const { code, out } = copy.scenario('check', '--json');
  const { right, faults, warnings } = JSON.parse(out);
  expect([code, right]).toEqual([1, false]);
  const told = faults
    .map((fault: { file: string; says: string }) => `${fault.file}: ${fault.says}`)
    .join('\n');
  for (const words of [
    'shared/programs/after-purchase/order-thanks.ts: is registered twice',
    'shared/programs/released.json: is released and no longer registered',
    'after-purchase/any-trouble.en.mjml: is declared in messages.ts but not there',
    'continue.ja.mjml: never shows {{ links.unsubscribe }}: include the footer for marketing mail',
    'continue.ja.mjml: never shows {{ sender.postalAddress }}',
  ])
    expect(told).toContain(words);
  expect(JSON.stringify(warnings)).toContain('no listed program has it');
  expect(JSON.stringify(warnings)).toContain('no scenario sends');
});

test('a rhythm that is not there is refused with those that are, and one that is there is taken', () => {
  const store = 'shared/store/store.ts';
  copy.edit(store, 'facts: {}', "facts: { rhythm: 'cosmetic' }");
  const { code, err } = copy.scenario('check');
  expect(code).toBe(1);
  expect(err).toContain(
    'shared/store/store.ts: There is no rhythm "cosmetic": choose one of classic, fresh, food, cosmetics, apparel',
  );
  copy.edit(store, "facts: { rhythm: 'cosmetic' }", 'facts: {}');
});

test('a registry that cannot be loaded is told in a sentence', () => {
  copy.edit('shared/programs/after-purchase/program.ts', './order-thanks.ts', './order-thank.ts');
  const { code, err } = copy.scenario('check');
  expect([code, err]).toEqual([1, expect.stringContaining('shared/library.ts cannot be loaded')]);
});
