/**
 * `npm run screenshots`: pictures of every message into dist/screenshots, for a person to look at. With `--docs` also
 * those of the README into docs/images.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Page } from 'playwright-core';
import type { TemplateName } from '../../../shared/core/language/register.ts';
import { catalogue, locales } from '../../../shared/library.ts';
import { renderMail } from '../../../shared/service/rendering/render-mail.ts';
import { brandNames, type SampleChoice, sampleMail } from '../samples/sample-mail.ts';
import { outputName } from '../templates/output-name.ts';
import { openBrowser } from './open-browser.ts';
import { pictureJourney } from './picture-journey.ts';
import { pictureMailbox } from './picture-mailbox.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const to = join(root, 'dist', 'screenshots');
const docs = join(root, 'docs', 'images');

const { docs: forDocs } = new Command('npm run screenshots --')
  .description('Takes pictures of every message at 360 and 1280 px, light and dark.')
  .option('--docs', 'also renews the pictures of the README, in docs/images')
  .parse()
  .opts<{ docs?: boolean }>();

async function show(page: Page, choice: SampleChoice): Promise<void> {
  const file = join(root, 'dist', 'templates', outputName(choice.template, choice.locale));
  await page.setContent(renderMail(sampleMail(JSON.parse(readFileSync(file, 'utf8')), choice)).html);
}

async function take(
  page: Page,
  choice: SampleChoice,
  width: number,
  colorScheme: 'light' | 'dark',
): Promise<void> {
  await page.setViewportSize({ width, height: 640 });
  await page.emulateMedia({ colorScheme });
  await show(page, choice);
  const name = [choice.template.replaceAll('/', '__'), choice.locale, choice.brand, width, colorScheme].join(
    '.',
  );
  await page.screenshot({ path: join(to, `${name}.png`), fullPage: true });
}

async function takeForDocs(page: Page): Promise<void> {
  mkdirSync(docs, { recursive: true });
  await page.emulateMedia({ colorScheme: 'light' });
  for (const locale of locales) {
    await page.setViewportSize({ width: 640, height: 640 });
    await show(page, { template: 'order-thanks/thanks', locale, sample: 'usual', brand: 'wordmark' });
    await page.screenshot({ path: join(docs, `thanks-${locale}.png`), fullPage: true });
    await pictureJourney(page, 'welcome', locale, join(docs, `journey-${locale}.png`));
  }
  await pictureMailbox(page, join(docs, 'mailbox.png'));
}

const browser = await openBrowser();
try {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const page = await browser.newPage();
  for (const template of Object.keys(catalogue) as TemplateName[]) {
    for (const locale of locales) {
      for (const brand of brandNames) {
        const choice: SampleChoice = { template, locale, sample: 'usual', brand };
        for (const width of [360, 1280]) {
          for (const scheme of ['light', 'dark'] as const) await take(page, choice, width, scheme);
        }
      }
    }
  }
  console.log('dist/screenshots holds the pictures.');
  if (forDocs) {
    await takeForDocs(page);
    console.log('docs/images holds those of the README.');
  }
} finally {
  await browser.close();
}
