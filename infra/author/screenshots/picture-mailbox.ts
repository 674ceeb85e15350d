/** The mailbox page of the embedded cloud after one order and a month, one of its letters open. */
import type { Page } from 'playwright-core';
import { startCloud } from '../../laptop/cloud.ts';

export async function pictureMailbox(page: Page, path: string): Promise<void> {
  const cloud = await startCloud({ port: 0, startAt: '2026-11-22T00:30:00Z' });
  try {
    await page.setViewportSize({ width: 1080, height: 820 });
    await page.goto(cloud.url);
    await page.getByRole('button', { name: /OrderPlaced/ }).click();
    await page.getByRole('button', { name: '+70 days' }).click();
    await page.getByRole('link', { name: /order-thanks\/thanks/ }).click();
    await page.screenshot({ path });
  } finally {
    await cloud.stop();
  }
}
