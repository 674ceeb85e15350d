/** The command itself, on a copy of the checkout in which things are wrong. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trialCopy } from './trial-copy.ts';

let copy: ReturnType<typeof trialCopy>;
beforeAll(() => {
  copy = trialCopy();
});
afterAll(() => copy.end());

test('whatever is wrong with a checkout is told at once, with exit code 1', () => {
  const ja = 'shared/templates/after-purchase/continue.ja.mjml';
  copy.edit(ja, '<mj-include path="../layout/footer-marketing.ja.mjml" />', '');
  copy.remove('shared/templates/after-purchase/any-trouble.en.mjml');
  copy.edit('shared/scenarios/registry.ts', '\n  afterPurchase,', '\n  orderThanks,');
  const { code, out } = copy.scenario('check', '--json');
  const { right, faults, warnings } = JSON.parse(out);
  expect([code, right]).toEqual([1, false]);
  const told = faults
    .map((fault: { file: string; says: string }) => `${fault.file}: ${fault.says}`)
    .join('\n');
  for (const words of [
    'shared/scenarios/order-thanks.ts: is registered twice',
    'shared/scenarios/released.json: is released and no longer registered',
    'after-purchase/any-trouble.en.mjml: is declared in catalogue.ts but not there',
    'continue.ja.mjml: never shows {{ links.unsubscribe }}: include the footer for marketing mail',
    'continue.ja.mjml: never shows {{ sender.postalAddress }}',
  ])
    expect(told).toContain(words);
  expect(JSON.stringify(warnings)).toContain('registry.ts does not list it');
  expect(JSON.stringify(warnings)).toContain('no scenario sends');
});

test('a registry that cannot be loaded is told in a sentence', () => {
  copy.edit('shared/scenarios/registry.ts', './order-thanks.ts', './order-thank.ts');
  const { code, err } = copy.scenario('check');
  expect([code, err]).toEqual([1, expect.stringContaining('shared/scenarios/registry.ts cannot be loaded')]);
});
