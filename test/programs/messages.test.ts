import { expect, test } from 'vitest';
import { renderMail } from '../../shared/service/rendering/render-mail.ts';
import { catalogue, locales } from '../support/shipped.ts';
import { everyMessage, mailInput, unsubscribeLink, yenOrder } from './mail-input.ts';

const hostileNames = [
  '{{ order.id }}{% if x %}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "O'Brien & Söhne",
  '花子👩‍👩‍👧‍👦',
  'Hana\r\nBcc: all@example.com',
  '\u202Emoc.live',
  '\uD800',
];

test.each(everyMessage)(
  '%s in %s renders with the fields it declares, and leaves no tag behind',
  (template, locale) => {
    const mail = renderMail(mailInput(template, locale));
    for (const part of [mail.subject, mail.html, mail.text])
      expect(part).not.toMatch(/\{\{|\{%|undefined|\[object/);
    expect(mail.subject.length).toBeGreaterThan(5);
    expect(Buffer.byteLength(mail.html)).toBeLessThan(100_000);
    expect(mail.html).toContain(`lang="${locale}"`);
  },
);

test.each(everyMessage)('%s in %s renders for somebody of whom little is known', (template, locale) => {
  for (const order of [
    { id: 'o-1' },
    { id: 'o-1', items: [] },
    { id: 'o-1', items: [{ productId: 'p-1' }] },
  ]) {
    const mail = renderMail({ ...mailInput(template, locale, order), profile: { email: 'a@example.com' } });
    expect(mail.text).toContain(locale === 'ja' ? 'お客様' : 'Hello there,');
    expect(mail.text).not.toMatch(/\n{3}|[ \t]\n/);
  }
});

test.each(everyMessage)('%s in %s shows a hostile name as text', (template, locale) => {
  for (const name of hostileNames) {
    const input = mailInput(template, locale);
    const mail = renderMail({ ...input, profile: { ...input.profile, name } });
    expect(mail.html).not.toMatch(/<script|<img|\u202E/);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.text).not.toMatch(/^Bcc:/m);
    expect(mail.html.isWellFormed() && mail.text.isWellFormed()).toBe(true);
  }
});

test.each(everyMessage)('%s in %s shows hostile items as text', (template, locale) => {
  const items = hostileNames.map((name) => ({
    productId: 'p',
    name: name.repeat(50),
    quantity: -1,
    unitPrice: 1e300,
  }));
  const mail = renderMail(mailInput(template, locale, { ...yenOrder, id: '"><b>', items }));
  expect(mail.html).not.toMatch(/<script|<img|"><b>/);
});

test.each(everyMessage)(
  '%s in %s names the sender in its footer, and the way out if it is marketing',
  (template, locale) => {
    const input = mailInput(template, locale);
    const mail = renderMail(input);
    for (const part of [mail.html, mail.text]) {
      expect(part).toContain(input.settings.legalName);
      expect(part).toContain(input.settings.postalAddress);
      expect(part).toContain(input.settings.inquiryContact);
      expect(part.includes(unsubscribeLink)).toBe(catalogue[template].kind === 'marketing');
    }
  },
);

test.each(everyMessage)(
  '%s in %s is readable: no small print in the body, and every picture has words',
  (template, locale) => {
    const { html } = renderMail(mailInput(template, locale));
    const sizes = [...html.matchAll(/font-size:\s*(\d+)px/g)]
      .map((match) => Number(match[1]))
      .filter((size) => size > 1);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
    for (const image of html.match(/<img[^>]*>/g) ?? []) expect(image).toMatch(/\salt="/);
    expect(html).not.toMatch(/fonts\.googleapis|<script|<link/);
  },
);

test.each(everyMessage)('%s in %s is either in the layout of the brand or a letter', (template, locale) => {
  const { html } = renderMail(mailInput(template, locale));
  const isLetter = !html.includes('class="wordmark"');
  const boxes = /class="(button|rule|[^"]*items|[^"]*accent)"|<h1/;
  if (isLetter) expect(html).not.toMatch(boxes);
  else expect(html).toMatch(/<h1 style="[^"]*font-size: 2\dpx/);
});

test('a brand shows its logo, its colours and its fonts, and its name where there is no logo', () => {
  const plain = mailInput('after-purchase/continue', 'en');
  expect(renderMail(plain).html).not.toContain('<img');
  const brand = {
    ...plain.settings.brand,
    logoUrl: 'https://shop.example.com/logo.png',
    colour: '#E0A526',
    fonts: 'Noto Serif JP, serif',
  };
  const { html, text } = renderMail({ ...plain, settings: { ...plain.settings, brand } });
  expect(html).toMatch(/<img src="https:\/\/shop\.example\.com\/logo\.png" alt="森の蔵（見本）"/);
  expect(html).toMatch(/bgcolor="#e0a526"/);
  expect(html).toMatch(/background:#e0a526;color:#000000/);
  expect(html).toContain('font-family:&#39;Noto Serif JP&#39;, serif, -apple-system');
  expect(html).not.toContain('#acce0');
  expect(text).toMatch(/^森の蔵（見本）: https:\/\/shop\.example\.com\n/);
});

test('an order of a thousand items still fits into a mail', () => {
  const items = Array.from({ length: 1000 }, (_, n) => ({
    productId: `p-${n}`,
    name: 'x'.repeat(200),
    quantity: 1,
    unitPrice: 100,
  }));
  const mail = renderMail(mailInput('order-thanks/thanks', 'en', { ...yenOrder, items }));
  expect(Buffer.byteLength(mail.html)).toBeLessThan(100_000);
  expect(mail.text).toContain('- and 970 more');
});

test('every message is written in every language of the settings', () => {
  expect([...locales].sort()).toEqual(['en', 'ja']);
});
