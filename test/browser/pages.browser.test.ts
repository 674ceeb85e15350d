import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPreview } from '../../infra/author/preview/preview-server.ts';
import { openBrowser } from '../../infra/author/screenshots/open-browser.ts';
import { type Cloud, startCloud } from '../../infra/laptop/cloud.ts';
import { expectNoFaults, linksOf } from './page-faults.ts';

let browser: Browser;
let page: Page;
let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({ port: 0, startAt: '2026-03-02T03:30:00Z' });
  browser = await openBrowser();
  // axe comes into the page as a script, which the pages' own policy rightly keeps out.
  page = await browser.newPage({ bypassCSP: true });
});
afterAll(async () => {
  await browser?.close();
  await cloud?.stop();
});

const mails = async (): Promise<{ id: string; headers: Record<string, string> }[]> =>
  (await fetch(`${cloud.url}/_local/mails`)).json() as Promise<
    { id: string; headers: Record<string, string> }[]
  >;

/** Links of this machine are followed; others need only be addresses. */
async function expectLinksAlive(): Promise<void> {
  for (const link of await linksOf(page)) {
    const url = new URL(link, page.url());
    if (url.hostname === '127.0.0.1') expect((await fetch(url)).status, link).toBe(200);
    else expect(link).toMatch(/^(https:\/\/[^/]+\.[a-z]+|mailto:[^@\s]+@)/);
  }
}

test('the mailbox page can be read and used before there is any mail', async () => {
  await page.goto(cloud.url);
  await expectNoFaults(page);
});

test('the mailbox page can be read and used with mails in it, one of them open', async () => {
  await page.goto(cloud.url);
  await page.getByRole('button', { name: /OrderPlaced/ }).click();
  await page.getByRole('button', { name: '+70 days' }).click();
  await page.getByRole('link', { name: /after-purchase\/any-trouble/ }).click();
  await expectNoFaults(page);
  await expectLinksAlive();
});

test('a mail opened alone leads to an unsubscribe page that answers', async () => {
  const [letter] = (await mails()).filter((mail) => mail.headers['List-Unsubscribe']);
  await page.goto(`${cloud.url}/_local/mails/${letter?.id}.html`);
  const links = await linksOf(page);
  expect(links.length).toBeGreaterThan(0);
  await page.goto(links.find((link) => link.includes('/u/')) ?? '');
  await expectNoFaults(page);
  await page.getByRole('button').click();
  await expectNoFaults(page);
  expect(await page.getByRole('button').count()).toBe(0);
});

test('the page of a link that was cut off can be read', async () => {
  await page.goto(`${cloud.url}/u/cut-off`);
  await expectNoFaults(page);
});

test('the preview can be read in every part, and its links answer', async () => {
  const server = await startPreview(0);
  try {
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    for (const part of ['html', 'text', 'headers']) {
      await page.goto(`${url}/?part=${part}&sample=hostile&locale=en`);
      await expectNoFaults(page);
    }
    await expectLinksAlive();
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
