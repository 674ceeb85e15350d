import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { journeyMap } from '../../infra/author/map/map-model.ts';
import { mapPage } from '../../infra/author/map/map-page.ts';
import { openBrowser } from '../../infra/author/screenshots/open-browser.ts';
import { forked } from '../infra/author/map-example.ts';
import { scenarios } from '../support/shipped.ts';
import { expectNoFaults, linksOf } from './page-faults.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  // axe comes into the page as a script, which the page's own policy rightly keeps out.
  page = await browser.newPage({ bypassCSP: true });
});
afterAll(() => browser?.close());

test.each(['ja', 'en'] as const)(
  'the journey map in %s can be read on a phone and on a desk',
  async (locale) => {
    await page.setContent(mapPage(await journeyMap([...scenarios, forked], locale)));
    await expectNoFaults(page);
  },
);

test('every link of the journey map leads to a place in it', async () => {
  await page.setContent(mapPage(await journeyMap([...scenarios, forked], 'en')));
  const links = await linksOf(page);
  expect(links.length).toBeGreaterThan(scenarios.length);
  for (const link of links) {
    expect(link).toMatch(/^#/);
    expect(await page.locator(`[id="${link.slice(1)}"]`).count(), link).toBe(1);
  }
});

test('on paper the journey map keeps light colours and its five stages side by side', async () => {
  await page.setContent(mapPage(await journeyMap(scenarios, 'ja')));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: 690, height: 1000 });
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  const tops = await page.evaluate(
    `[...document.querySelectorAll('.stages > li')].map((one) => one.getBoundingClientRect().top)`,
  );
  expect(new Set(tops as number[]).size).toBe(1);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});
