/** What messages may show beside an order: with everything, and with as little as the wire allows. */
import type { StoreFacts } from '../../../shared/core/language/store-room.ts';
import { facts as ours } from '../../../shared/library.ts';

export type SampleLocale = keyof StoreFacts['samples'];

/** All parts but order and shipment, as a storefront tells them in this language. */
export function partsIn(locale: SampleLocale, facts: StoreFacts = ours) {
  const words = facts.samples[locale];
  const product = productOf(words.product, words.category);
  return {
    product,
    sale: {
      id: 'sale-1',
      name: words.sale,
      startsAt: '2026-12-01T00:00:00+09:00',
      endsAt: '2026-12-07T23:59:00+09:00',
      url: 'https://shop.example.com/sale',
    },
    campaign: {
      id: 'week-49',
      sendAt: '2026-12-01T10:00:00+09:00',
      expiresAt: '2026-12-04T23:59:00+09:00',
    },
    letter: {
      subject: words.episode,
      preheader: words.voiceText,
      paragraphs: [words.voiceText, words.voiceText],
      button: words.product,
      url: 'https://shop.example.com/letter',
    },
    sample: { id: 'sample-1', productId: 'p-1', name: words.sample },
    subscription: subscriptionOf(words.product),
    review: { productId: 'p-1', rating: 5, title: words.voice, text: words.voiceText, mayQuote: true },
    delivery: { toOther: false, handedOver: false },
    coupon: { code: 'K7M2QXHR4D', percent: 10, endsOn: '2026-12-24' },
    referral: { friendId: 'c-2', code: 'HANA' },
    booking: {
      id: 'b-1',
      name: words.booking,
      startsAt: '2026-12-05T14:00:00+09:00',
      timeZone: 'Asia/Tokyo',
      place: words.place,
      url: 'https://shop.example.com/live',
    },
    help: { id: 'h-1', topic: words.help },
    points: { balance: 1200, expiring: 300, expiresAt: '2026-12-31T23:59:00+09:00' },
    rank: { name: words.rank, until: '2027-03-31' },
    payment: { deadline: '2026-11-29T23:59:00+09:00', method: words.payment },
    cart: {
      id: 'cart-1',
      url: 'https://shop.example.com/cart',
      currency: 'JPY',
      total: 2400,
      items: [{ productId: 'p-1', name: words.product, quantity: 2, unitPrice: 1200 }],
    },
    products: [product, { ...product, id: 'p-2', name: words.other, price: 1800 }],
    voices: [{ title: words.voice, text: words.voiceText, rating: 5 }],
    survey: {
      url: 'https://links.example.com/s/token',
      question: words.question,
      choices: words.answers.map((label, index) => ({
        label,
        url: `https://links.example.com/s/token?a=${index + 1}`,
      })),
    },
    series: { number: 12, of: 365 },
    episode: { title: words.episode, paragraphs: [words.voiceText, words.voiceText] },
    extra: {},
  };
}

const productOf = (name: string, category: string) => ({
  id: 'p-1',
  name,
  category,
  url: 'https://shop.example.com/p-1',
  imageUrl: 'https://shop.example.com/p-1.jpg',
  price: 1200,
  currency: 'JPY',
  stock: 8,
});

const subscriptionOf = (name: string) => ({
  id: 'sub-1',
  productId: 'p-1',
  intervalDays: 30,
  renewsAt: '2026-12-10T00:00:00+09:00',
  nth: 2,
  name,
  amount: 2400,
  currency: 'JPY',
  deadline: '2026-12-06T23:59:00+09:00',
  url: 'https://shop.example.com/account/subscription',
});

export const fullParts = partsIn('en');

export const bareParts: Readonly<Record<keyof typeof fullParts, unknown>> = {
  product: { id: 'p-1' },
  sale: { id: 'sale-1' },
  campaign: { id: 'week-49' },
  letter: { subject: 'News', preheader: 'A word.', paragraphs: ['A word.'], button: '', url: '' },
  sample: { id: 'sample-1' },
  subscription: { id: 'sub-1' },
  review: { productId: 'p-1' },
  delivery: { toOther: false, handedOver: false },
  coupon: { code: 'K7M2QXHR4D', amount: 500, endsOn: '2026-12-24' },
  referral: { friendId: 'c-2' },
  booking: { id: 'b-1' },
  help: { id: 'h-1' },
  points: {},
  rank: { name: 'gold' },
  payment: {},
  cart: { items: [] },
  products: [],
  voices: [],
  survey: { url: 'https://links.example.com/s/token', question: '?', choices: [] },
  series: { number: 1, of: 1 },
  episode: { title: 'Day 1', paragraphs: ['A word.'] },
  extra: {},
};
