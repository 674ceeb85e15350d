/** Orders are told as the customer knows them: by their number, in the money paid, with every number of a parcel. */
import { expect, test } from 'vitest';
import type { TemplateName } from '../../../shared/core/language/register.ts';
import { renderMail } from '../../../shared/service/rendering/render-mail.ts';
import { catalogue } from '../../support/shipped.ts';
import { mailInput, yenOrder } from '../mail-input.ts';

const shopify = { ...yenOrder, id: '5551234567890', number: '#1050' };
const abroad = {
  ...yenOrder,
  currency: 'USD',
  total: 5400,
  presentment: { currency: 'JPY', total: 8100 },
};
const naming = (field: string) =>
  (Object.keys(catalogue) as TemplateName[])
    .filter((name) => catalogue[name].eventFields.some((one) => one === field))
    .flatMap((name) => (['ja', 'en'] as const).map((locale) => [name, locale] as const));

test.each(naming('order.id'))(
  '%s in %s names the number the customer knows, and no other',
  (name, locale) => {
    const { subject, html, text } = renderMail(mailInput(name, locale, shopify));
    for (const part of [subject, html, text]) expect(part).not.toContain('5551234567890');
    expect(text).toContain('#1050');
    expect(renderMail(mailInput(name, locale)).text).toContain('o-1');
  },
);

test.each(naming('order.total'))(
  '%s in %s tells what is paid, in the money it is paid in',
  (name, locale) => {
    const { html, text } = renderMail(mailInput(name, locale, abroad));
    for (const part of [html, text]) {
      expect(part).toMatch(/[¥￥]8,100/);
      expect(part).not.toContain('$');
    }
  },
);

const parcel = (shipment: object, locale: 'ja' | 'en') => {
  const input = mailInput('parcel-shipped/shipped', locale);
  return renderMail({ ...input, event: { ...input.event, shipment } });
};

test('a parcel with several tracking numbers is told with each and its link', () => {
  const tracking = [
    { number: '1Z1', url: 'https://www.ups.com/track?1Z1' },
    { number: '1Z2' },
    { url: 'https://ups.com' },
  ];
  const shipment = { carrier: 'UPS', trackingNumber: '1Z1', url: 'https://www.ups.com/track?1Z1', tracking };
  expect(parcel(shipment, 'en').text).toContain(
    'Carrier: UPS\nTracking number: 1Z1: https://www.ups.com/track?1Z1\nTracking number: 1Z2\n\n',
  );
  expect(parcel(shipment, 'ja').text).toContain(
    '追跡番号：1Z1: https://www.ups.com/track?1Z1\n追跡番号：1Z2\n',
  );
  expect(parcel({ trackingNumber: '1Z1' }, 'ja').text).toContain('追跡番号：1Z1\n');
  expect(parcel({}, 'ja').text).not.toContain('追跡番号');
});

const packing = /pack|ready|arrive|leaves|お届け|準備|発送/;
test.each(['order-thanks/thanks', 'order-paid/paid'] as const)(
  '%s has no word of packing or sending for what was handed over in a shop',
  (name) => {
    for (const locale of ['ja', 'en'] as const) {
      const { subject, html, text } = renderMail(mailInput(name, locale, { ...shopify, origin: 'store' }));
      for (const part of [subject, html.replaceAll(/<style[\s\S]*?<\/style>/g, ''), text])
        expect(part).not.toMatch(packing);
      for (const origin of ['phone', undefined])
        expect(renderMail(mailInput(name, locale, { ...shopify, origin })).text).toMatch(packing);
    }
  },
);
