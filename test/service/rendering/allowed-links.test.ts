import { expect, test } from 'vitest';
import { linkRule } from '../../../shared/service/rendering/allowed-links.ts';
import { renderMail } from '../../../shared/service/rendering/render-mail.ts';
import { mailInput } from '../../programs/mail-input.ts';

const settings = {
  brand: { name: 'Mori', siteUrl: 'https://www.mori.example' },
  sender: 'hello@mail-of-mori.example',
  linkHosts: ['Checkout.Partner.example'],
};
const rule = linkRule(settings, 'https://abc.execute-api.ap-northeast-1.amazonaws.com');

test.each([
  'https://www.mori.example/cart?a=1&b=2#c',
  'https://mori.example',
  'https://shop.mori.example/',
  'https://mail-of-mori.example/live',
  'https://abc.execute-api.ap-northeast-1.amazonaws.com/s/token',
  'https://checkout.partner.example/1',
  'https://eu.checkout.partner.example/1',
  // Carriers' own pages: https://www.kuronekoyamato.co.jp, https://k2k.sagawa-exp.co.jp, https://www.post.japanpost.jp
  'https://toi.kuronekoyamato.co.jp/cgi-bin/tneko',
  'https://k2k.sagawa-exp.co.jp/p/web/okurijosearch.do?okurijoNo=1',
  'https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1=1',
  'https://www.ups.com/WebTracking?trackNums=1Z1',
])('%s may stand in a mail', (url) => {
  expect(rule('url', url)).toBe(url);
});

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' \tjava\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'http://mori.example/',
  'ftp://mori.example/',
  '//mori.example/',
  '/cart',
  'mori.example',
  'https://evil.example/',
  'https://evil.example/mori.example',
  'https://mori.example.evil.example/',
  'https://notmori.example/',
  'https://mori.example@evil.example/',
  'https://evil@mori.example/',
  'https://mori.example\\@evil.example/',
  'https://evilups.com/',
  'https://partner.example/',
  `https://mori.example/${'a'.repeat(2000)}`,
  '',
])('%j may not', (url) => {
  expect(rule('url', url)).toBeUndefined();
});

test('a shop that is tried on a machine of its own keeps its links, and no other plain ones', () => {
  const local = linkRule(
    { ...settings, brand: { name: 'Mori', siteUrl: 'http://localhost:3000' } },
    'http://localhost:4000',
  );
  expect(local('url', 'http://localhost:3000/cart')).toBe('http://localhost:3000/cart');
  expect(local('url', 'http://localhost:4000/s/1')).toBe('http://localhost:4000/s/1');
  expect(local('url', 'http://localhost:5000/cart')).toBeUndefined();
});

test('a path in letters of its own stays whole, and pictures lie wherever they are served by https', () => {
  expect(rule('url', 'https://mori.example/商品')).toBe('https://mori.example/%E5%95%86%E5%93%81');
  expect(rule('imageUrl', 'https://cdn.files.example/p.jpg')).toBe('https://cdn.files.example/p.jpg');
  expect(rule('imageUrl', 'http://cdn.files.example/p.jpg')).toBeUndefined();
  expect(rule('imageUrl', 'javascript:alert(1)')).toBeUndefined();
});

const tracking = [
  { number: '1Z1', url: 'javascript:alert(1)' },
  { number: '1Z2', url: 'https://evil.example/1Z2' },
  { number: '1Z3', url: 'https://www.ups.com/track?1Z3' },
];
test.each(['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'https://evil.example/x'])(
  'the link %s of a parcel or a booking is dropped, and the mail goes',
  (url) => {
    for (const locale of ['ja', 'en'] as const) {
      for (const template of ['parcel-shipped/shipped', 'event-booking/confirmation'] as const) {
        const input = mailInput(template, locale);
        const event = { ...input.event, shipment: { url, tracking }, booking: { name: 'Tea', url } };
        const { html, text } = renderMail({ ...input, event });
        for (const part of [html, text]) {
          expect(part).not.toMatch(/script:|evil/i);
          expect(part).toContain('https://shop.example.com');
        }
        if (template.startsWith('parcel')) expect(text).toContain('1Z2\n');
        if (template.startsWith('parcel')) expect(html).toContain('href="https://www.ups.com/track?1Z3"');
      }
    }
  },
);
