import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SampleChoice, sampleMail } from '../../infra/author/samples/sample-mail.ts';
import { openBrowser } from '../../infra/author/screenshots/open-browser.ts';
import { outputName } from '../../infra/author/templates/output-name.ts';
import type { TemplateName } from '../../shared/core/language/register.ts';
import { renderMail } from '../../shared/service/rendering/render-mail.ts';
import { catalogue, locales, shippedPlay } from '../support/shipped.ts';
import { expectNoFaults, faultsOf, linksOf } from './page-faults.ts';

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><rect width="600" height="600" fill="#8aa"/></svg>';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  // The example shop is nobody's: its pictures are drawn here.
  await page.route('https://shop.example.com/**/*', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: picture }),
  );
});
afterAll(() => browser?.close());

const built = shippedPlay.compiled;
const htmlOf = (choice: SampleChoice) =>
  renderMail(
    sampleMail(
      JSON.parse(readFileSync(join(built, outputName(choice.template, choice.locale)), 'utf8')),
      choice,
    ),
  ).html;

const everyMail = (Object.keys(catalogue) as TemplateName[]).flatMap((template) =>
  locales.map((locale) => ({ template, locale })),
);

test.each(everyMail)(
  '$template in $locale can be read on a phone and on a desk, by day and by night',
  async (mail) => {
    const html = htmlOf({ ...mail, sample: 'usual', brand: 'wordmark' });
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    await page.setContent(html);
    await expectNoFaults(page);
  },
);

test.each(everyMail)(
  '$template in $locale can be read in the colours of another brand, with its logo',
  async (mail) => {
    await page.setContent(htmlOf({ ...mail, sample: 'usual', brand: 'logo' }));
    await expectNoFaults(page);
  },
);

test.each(everyMail)(
  '$template in $locale holds its shape with hostile, long and missing data',
  async (mail) => {
    await page.setViewportSize({ width: 360, height: 800 });
    for (const sample of ['hostile', 'long', 'bare'] as const) {
      await page.setContent(htmlOf({ ...mail, sample, brand: 'wordmark' }));
      expect(await faultsOf(page), sample).toEqual([]);
    }
  },
);

test.each(everyMail)('every link of $template in $locale leads somewhere', async (mail) => {
  await page.setContent(htmlOf({ ...mail, sample: 'usual', brand: 'logo' }));
  for (const link of await linksOf(page)) {
    expect(link).toMatch(/^(https:\/\/[^/]+\.[a-z]+|mailto:[^@\s]+@)/);
    expect(link).not.toMatch(/[{}<>\s]|#$|undefined|TODO/i);
  }
});

test('text that cannot be read, small print, sideways scrolling and a picture without words are found', async () => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.setContent(`<!doctype html><html lang="en"><title>t</title>
    <p style="color: #999">pale</p><p style="font-size: 11px">small</p><img src="data:,"><div style="width: 900px">wide</div>`);
  const faults = (await faultsOf(page)).join('\n');
  for (const fault of [
    /color-contrast/,
    /11 px: small/,
    /image-alt/,
    /a picture does not show/,
    /scrolls sideways by/,
  ]) {
    expect(faults).toMatch(fault);
  }
});
