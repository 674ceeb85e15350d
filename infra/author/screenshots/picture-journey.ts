/** One scenario as the journey map draws it: its messages, and the waits between them. */
import type { Page } from 'playwright-core';
import { scenarios } from '../../../shared/library.ts';
import { journeyMap } from '../map/map-model.ts';
import { mapPage } from '../map/map-page.ts';
import type { MapLocale } from '../map/map-words.ts';

export async function pictureJourney(page: Page, id: string, locale: MapLocale, path: string): Promise<void> {
  await page.setViewportSize({ width: 620, height: 900 });
  await page.setContent(mapPage(await journeyMap(scenarios, locale)));
  await page.addStyleTag({ content: '.flow { padding: 16px; }' });
  await page.locator(`[id="${id}"] .flow`).screenshot({ path });
}
