import { expect, test } from 'vitest';
import { pageHtml } from '../../../infra/laptop/control/page.ts';
import { sampleOrder } from '../../../infra/laptop/control/sample-order.ts';
import { localSettings } from '../../../shared/settings/local-settings.ts';

const settings = localSettings();
const nasty = '"><script>alert(1)</script>';
const mail = {
  id: 'm-1',
  at_ms: Date.parse('2026-03-02T03:30:00Z'),
  from: nasty,
  to: [`${nasty}@example.com`],
  subject: nasty,
  html: nasty,
  text: nasty,
  headers: { 'X-Nasty': nasty },
  tags: { template: 'order-thanks__thanks', customer: Buffer.from(nasty).toString('base64url') },
  configurationSet: undefined,
};

test('whatever a mail holds is shown as text', () => {
  const html = pageHtml({ settings, now_ms: mail.at_ms, count: 1, mails: [mail], open: mail });
  expect(html).not.toContain('<script>');
  expect(html).toContain('&lt;script&gt;');
});

test('times are those of the store', () => {
  const html = pageHtml({ settings, now_ms: mail.at_ms, count: 1, mails: [mail], open: undefined });
  expect(html).toContain('2026-03-02 12:30');
  expect(html).toContain('order-thanks/thanks');
});

test('the newest mail stands first', () => {
  const older = { ...mail, id: 'm-0', subject: 'older' };
  const newer = { ...mail, subject: 'newer' };
  const html = pageHtml({ settings, now_ms: 0, count: 2, mails: [older, newer], open: undefined });
  expect(html.indexOf('newer')).toBeLessThan(html.indexOf('older'));
});

test('two sample orders are two orders, and consent is given only where it was asked', () => {
  const form = new URLSearchParams({ customer: ' hana ', marketing: 'on' });
  const [one, two] = [sampleOrder(form, settings, 0), sampleOrder(form, settings, 0)];
  expect(one.detail).toMatchObject({ customer: { id: 'hana', acceptsMarketing: true } });
  expect(one.detail.eventId).not.toBe(two.detail.eventId);
});
