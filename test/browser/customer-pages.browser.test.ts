import { mkdirSync } from 'node:fs';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../infra/author/screenshots/open-browser.ts';
import { type Cloud, startCloud } from '../../infra/laptop/cloud.ts';
import { expectNoFaults } from './page-faults.ts';

/** Where pictures of the pages go, for whoever wants to look at them; none are taken unless it is set. */
const pictures = process.env.PAGE_PICTURES;

let browser: Browser;
let page: Page;
let cloud: Cloud;

async function put(detailType: string, customer: object, parts: object): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const bus = new EventBridgeClient({ endpoint: cloud.url, region: 'us-east-1', credentials });
  const { now } = (await (await fetch(`${cloud.url}/_local/clock`)).json()) as { now: string };
  const Detail = JSON.stringify({ eventId: detailType, occurredAt: now, customer, ...parts });
  const entry = { EventBusName: 'tsunagu', Source: 'storefront', DetailType: detailType, Detail };
  await bus.send(new PutEventsCommand({ Entries: [entry] }));
  bus.destroy();
}

const advance = (span: string) =>
  fetch(`${cloud.url}/_local/clock`, { method: 'POST', body: JSON.stringify({ advance: span }) });

beforeAll(async () => {
  cloud = await startCloud({ port: 0, startAt: '2026-03-02T03:30:00Z', settings: { doubleOptIn: ['US'] } });
  for (const [id, locale] of [
    ['hana', 'ja'],
    ['emma', 'en'],
  ] as const) {
    const customer = { id, email: `${id}@example.com`, name: 'Hana', locale, acceptsMarketing: true };
    const items = [{ productId: 'p-1', name: 'Tea', quantity: 1, unitPrice: 5400 }];
    await put('OrderPlaced', customer, { order: { id: `o-${id}`, currency: 'JPY', total: 5400, items } });
    const booking = {
      id: `b-${id}`,
      name: 'An evening of tea',
      startsAt: '2026-04-20T18:00:00+09:00',
      place: 'Kamakura',
    };
    await put('BookingMade', customer, { booking });
    const us = { id: `${id}-us`, email: `${id}.us@example.com`, locale: `${locale}-US` };
    await put('CustomerUpdated', { ...us, acceptsMarketing: true }, {});
  }
  await advance('P16D');
  browser = await openBrowser();
  // axe comes into the page as a script, which the pages' own policy rightly keeps out.
  page = await browser.newPage({ bypassCSP: true });
});
afterAll(async () => {
  await browser?.close();
  await cloud?.stop();
});

/** Opens a mail on the mailbox page and presses its link, as a person does. */
async function follow(address: string, template: string, room: string): Promise<void> {
  const mails = (await (await fetch(`${cloud.url}/_local/mails`)).json()) as Record<string, string>[];
  const mail = mails.findLast((one) => one.to === address && one.template === template);
  expect(mail, `${template} to ${address}`).toBeDefined();
  await page.goto(`${cloud.url}/?mail=${mail?.id}`);
  const link = page.frameLocator('iframe').locator(`a[href*="/${room}/"]`).first();
  const [popup] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  await popup.waitForLoadState();
  const url = popup.url();
  await popup.close();
  await page.goto(url);
}

async function expectGood(name: string, locale: string): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe(locale);
  expect((await page.content()).length).toBeLessThan(50_000);
  await expectNoFaults(page);
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  for (const [width, scheme] of [
    [390, 'light'],
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: `${pictures}/${name}-${locale}-${width}-${scheme}.png`, fullPage: true });
  }
}

const press = () => page.getByRole('button').first().click();

describe.each([
  ['ja', 'hana'],
  ['en', 'emma'],
])('in %s', (locale, id) => {
  test('a survey is answered from the mail on', async () => {
    await follow(`${id}@example.com`, 'early-survey/ask', 's');
    expect(await page.locator('input:checked').count()).toBe(1);
    await expectGood('survey', locale);
    await page.locator('textarea').fill('Quiet evenings');
    await press();
    await expectGood('survey-thanks', locale);
  });

  test('preferences are chosen, kept and shown again', async () => {
    await follow(`${id}@example.com`, 'early-survey/ask', 'p');
    await expectGood('preferences', locale);
    await page.locator('input[value=offers]').uncheck();
    await page.locator('input[type=radio][value=weekly]').check();
    await page.locator('input[name=birthday]').fill('1990-04-30');
    await page.getByRole('button').first().click();
    await expectGood('preferences-saved', locale);
    await page.goto(page.url());
    expect(await page.locator('input[value=offers]').isChecked()).toBe(false);
    expect(await page.locator('input[type=radio][value=weekly]').isChecked()).toBe(true);
  });

  test('a booking is confirmed, then given back', async () => {
    await follow(`${id}@example.com`, 'event-booking/confirmation', 'b');
    await expectGood('booking', locale);
    await press();
    await expectGood('booking-confirmed', locale);
    await page.goto(page.url());
    await page.getByRole('button').last().click();
    await expectGood('booking-cancelled', locale);
  });

  test('an opt-in is confirmed', async () => {
    await follow(`${id}.us@example.com`, 'confirm-opt-in/confirm', 'c');
    // That link has expired by now: the page says so.
    await expectGood('confirm-expired', locale);
    await put('ConsentChanged', { id: `${id}-us` }, { eventId: `again-${id}`, consent: { granted: true } });
    await advance('PT1H');
    await follow(`${id}.us@example.com`, 'confirm-opt-in/confirm', 'c');
    await expectGood('confirm', locale);
    await press();
    await expectGood('confirmed', locale);
  });

  test('somebody signs up, after a slip', async () => {
    await page.goto(`${cloud.url}/join?lang=${locale}`);
    await expectGood('join', locale);
    await page.locator('input[name=email]').fill('yuki@example');
    await press();
    await expectGood('join-again', locale);
    await page.locator('input[name=email]').fill(`yuki.${locale}@example.com`);
    await press();
    await expectGood('join-done', locale);
  });

  test('all mails are ended, from the link in the mail', async () => {
    await follow(`${id}@example.com`, 'early-survey/ask', 'u');
    await expectGood('unsubscribe', locale);
    await press();
    await expectGood('unsubscribed', locale);
  });

  test('a link that was cut off is explained', async () => {
    await page.goto(`${cloud.url}/p/cut-off?lang=${locale}`);
    await expectGood('cut-off', locale);
  });
});
