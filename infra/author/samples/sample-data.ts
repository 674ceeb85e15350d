/** What a message may meet: an order with everything, and orders with as little as the wire allows. */
import { bareParts, fullParts } from './sample-parts.ts';

const surroundings = {
  brand: {
    name: 'Mori no Kura (example)',
    siteUrl: 'https://shop.example.com',
    logoUrl: '',
    logoAlt: 'Mori no Kura (example)',
    colour: '#2f5d50',
    onColour: '#ffffff',
    linkColour: '#2f5d50',
    darkLinkColour: '#a9d5c6',
    fonts: "'Noto Sans JP', sans-serif",
    lineUrl: 'https://line.example.com/mori',
    instagramUrl: 'https://instagram.example.com/mori',
    xUrl: 'https://x.example.com/mori',
  },
  sender: {
    legalName: 'Mori no Kura K.K. (example)',
    postalAddress: '1-2-3 Example, Tokyo 100-0000',
    inquiryContact: 'support@shop.example.com',
  },
  links: {
    unsubscribe: 'https://links.example.com/u/token',
    preferences: 'https://links.example.com/p/token',
    referral: 'https://links.example.com/r/token',
    booking: 'https://links.example.com/b/token',
    confirm: 'https://links.example.com/c/token',
  },
};
const withLogo = {
  ...surroundings.brand,
  logoUrl: 'https://shop.example.com/logo.png',
  lineUrl: '',
  instagramUrl: '',
  xUrl: '',
};
const somebody = { customer: { name: 'Hana', greetingName: 'Hana' } };
const nobody = { customer: { name: '', greetingName: 'there' } };

const item = {
  productId: 'p-1',
  name: 'Tea of the example valley',
  category: 'tea',
  quantity: 2,
  unitPrice: 1200,
  cost: 400,
  supplyDays: 30,
};
const order = {
  id: 'o-1',
  number: '#1050',
  currency: 'JPY',
  total: 2400,
  discount: 100,
  coupon: 'HELLO10',
  orderedVia: 'web',
  gift: false,
  isTest: false,
};
const shipment = {
  id: 's-1',
  carrier: 'Example Express',
  trackingNumber: '123',
  url: 'https://shop.example.com/parcels/123',
  tracking: [{ number: '123', url: 'https://shop.example.com/parcels/123' }, { number: '124' }],
  expectedAt: '2026-11-24T12:00:00+09:00',
  number: 2,
  of: 3,
};

const full = { ...surroundings, ...fullParts, shipment };
const bare = { ...surroundings, ...bareParts, shipment: {} };

export const samples: readonly { readonly name: string; readonly scope: object }[] = [
  {
    name: 'a full order',
    scope: { ...full, ...somebody, order: { ...order, items: [item, item] } },
  },
  {
    name: 'a brand with a logo',
    scope: { ...full, ...somebody, brand: withLogo, order: { ...order, items: [item] } },
  },
  {
    name: 'an order handed over in a shop, and paid in another currency',
    scope: {
      ...full,
      ...somebody,
      delivery: { toOther: false, handedOver: true },
      order: { ...order, origin: 'store', presentment: { currency: 'USD', total: 1600 }, items: [item] },
    },
  },
  {
    name: 'an order that goes to somebody else',
    scope: {
      ...full,
      ...somebody,
      delivery: { toOther: true, handedOver: false },
      order: { ...order, gift: true, items: [item] },
    },
  },
  {
    name: 'an order of 200 items',
    scope: { ...full, ...somebody, order: { ...order, items: Array(200).fill(item) } },
  },
  {
    name: 'an order without items, of somebody without a name',
    scope: { ...bare, ...nobody, order: { id: 'o-1' } },
  },
  {
    name: 'an order with an empty list',
    scope: { ...bare, ...nobody, order: { id: 'o-1', items: [] } },
  },
  {
    name: 'an order whose items have nothing but their product',
    scope: { ...bare, ...nobody, order: { id: 'o-1', items: [{ productId: 'p-1' }] } },
  },
];
