/** What is wrong with a page as a reader meets it: the questions asked of every mail and every page. */
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const rules = [
  'button-name',
  'color-contrast',
  'document-title',
  'frame-title',
  'html-has-lang',
  'image-alt',
  'label',
  'link-name',
  'meta-viewport',
  'select-name',
];

/** Sideways scrolling, text smaller than 14 px, pictures that do not show: asked inside the page. */
const layoutFaults = `(() => {
  const faults = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) faults.push('scrolls sideways by ' + wide + ' px');
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
    const seen = node.parentElement.checkVisibility() && node.parentElement.closest('style, footer') === null;
    if (seen && node.data.trim() && size < 14) faults.push(size + ' px: ' + node.data.trim().slice(0, 40));
  }
  for (const image of document.images) {
    if (!image.complete || image.naturalWidth === 0) faults.push('a picture does not show: ' + image.src.slice(0, 80));
  }
  return faults;
})()`;

/** Every fault of the page as it stands: layout, contrast, names, alt texts. Frames within it are not looked into. */
export async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.addScriptTag({ path: axe });
  const results = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, iframes: false, resultTypes: ['violations'] })`,
  )) as AxeResults;
  const broken = results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id}: ${node.html.slice(0, 120)} ${node.any.map((check) => check.message).join('; ')}`,
    ),
  );
  return [...((await page.evaluate(layoutFaults)) as string[]), ...broken];
}

const looks = [
  { width: 360, scheme: 'light' },
  { width: 360, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
] as const;

/** Asks the same of a page on a phone and on a desk, with light and with dark colours. */
export async function expectNoFaults(page: Page): Promise<void> {
  for (const { width, scheme } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    expect(await faultsOf(page), `${width} px, ${scheme}`).toEqual([]);
  }
}

/** The addresses a reader can follow. */
export async function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')`);
}
