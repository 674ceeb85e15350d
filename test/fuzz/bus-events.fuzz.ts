/** The storefront's own events, as EventBridge puts them into the intake queue. */
import fc from 'fast-check';
import { eventNames } from '../../shared/core/events/event-catalogue.ts';
import { hostileKey, hostileText } from './hostile.ts';
import { takeIn } from './intake.ts';
import { mutated } from './mutated.ts';
import { planted } from './planted.ts';
import { jsonText } from './raw.ts';
import { target } from './target.ts';

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 });
const anyText = hostileText.map((text) => text.slice(0, 2048));
const anyId = fc.oneof(
  fc.constantFrom('c-1', 'o-1', '顧客/1'),
  hostileText.map((text) => text.slice(0, 128) || 'x'),
);
const email = fc.oneof(
  { weight: 4, arbitrary: fc.constant(planted.email) },
  { weight: 1, arbitrary: fc.emailAddress() },
  { weight: 1, arbitrary: hostileText.map((text) => `${text.slice(0, 60)}@example.com`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      `${planted.email}\r\nBcc: v@example.com`,
      'a@b.example,c@d.example',
      '"a b"@example.com',
      '<a@b.example>',
    ),
  },
);
const zone = fc.oneof(
  fc.constantFrom(
    'Asia/Tokyo',
    'America/New_York',
    '+05:45',
    'Africa/Monrovia',
    'asia/tokyo',
    'JST',
    'Etc/GMT+12',
  ),
  fc.constantFrom('2026-01-01T00:00Z', `2026-01-01T00:00[UTC][u-ca=${'a'.repeat(8)}]`, '+25:00', 'UTC\u0000'),
  hostileText,
);

const item = fc.record({
  productId: anyId,
  name: maybe(anyText),
  category: maybe(anyText),
  quantity: maybe(fc.constantFrom(0, 1, 2, 0.5, 1_000_000)),
  unitPrice: maybe(fc.constantFrom(0, -1, 5400, 1e15)),
});

/** What a storefront adds of its own: any names, any depth. */
const extra = fc.dictionary(
  hostileKey,
  fc.oneof(fc.dictionary(hostileKey, hostileText, { maxKeys: 2 }), hostileText),
  {
    maxKeys: 3,
  },
);

const detail = fc.record({
  extra: maybe(extra),
  eventId: anyId,
  occurredAt: fc.constantFrom(
    '2026-11-22T09:30:00+09:00',
    '2026-11-21T00:30:00Z',
    '2030-01-01T00:00:00Z',
    '1900-01-01T00:00:00Z',
  ),
  customer: fc.record({
    id: anyId,
    email: maybe(email),
    name: maybe(anyText),
    familyName: maybe(anyText),
    givenName: maybe(anyText),
    locale: maybe(fc.oneof(fc.constantFrom('ja', 'en', 'en-US'), anyText)),
    timeZone: maybe(zone),
    birthday: maybe(fc.constantFrom('2000-02-29', '2000-99-99')),
    source: maybe(anyText),
    acceptsMarketing: maybe(fc.boolean()),
    attributes: maybe(fc.dictionary(anyText, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 })),
  }),
  order: fc.record({
    id: anyId,
    currency: maybe(fc.constantFrom('JPY', 'USD', 'KWD', 'XXX', 'ZZZ')),
    total: maybe(fc.constantFrom(0, 5400, -5400, 1e15)),
    coupon: maybe(anyText),
    gift: maybe(fc.boolean()),
    isTest: fc.constantFrom(null, false, false, false, true),
    items: maybe(fc.array(item, { maxLength: 3 })),
  }),
  shipment: maybe(fc.record({ id: maybe(anyId), carrier: maybe(anyText), url: maybe(anyText) })),
  consent: maybe(
    fc.record({
      channel: fc.oneof(fc.constantFrom(null, 'E-Mail', 'メール', 'sms', 'all', '__proto__'), anyText),
      topics: maybe(
        fc.array(fc.constantFrom('all', 'tips', 'tips、Offers', 'newsletter', '__proto__'), { maxLength: 3 }),
      ),
      granted: fc.boolean(),
      source: maybe(anyText),
      wording: maybe(anyText),
    }),
  ),
});

const detailType = fc.oneof(
  { weight: 3, arbitrary: fc.constant('OrderPlaced') },
  { weight: 8, arbitrary: fc.constantFrom(...eventNames) },
  { weight: 1, arbitrary: fc.constantFrom('CartUpdated', 'constructor', '__proto__', 'shopifyWebhook', '') },
);

const envelopeOf = (one: { type: string; detail: unknown }) => ({
  version: '0',
  'detail-type': one.type,
  source: 'storefront',
  detail: one.detail,
});

const nearlyValid = fc.record({ type: detailType, detail: mutated(detail) }).map(envelopeOf);
const envelopeMutated = mutated(fc.record({ type: detailType, detail }).map(envelopeOf));
const bodies = jsonText(
  fc.oneof({ weight: 5, arbitrary: nearlyValid }, { weight: 1, arbitrary: envelopeMutated }),
);

export const busEvents = target('bus-events', bodies, (body) => takeIn(body, { hours: 1 }));

/** Orders whose every field is in order and whose every text is hostile: most of them end in mails. */
const mailedOrder = fc
  .tuple(detail, fc.constantFrom('ja', 'en'), fc.option(fc.constantFrom('America/New_York'), { nil: null }))
  .map(([one, locale, timeZone]) =>
    envelopeOf({
      type: 'OrderPlaced',
      detail: {
        ...one,
        occurredAt: '2026-11-22T09:30:00+09:00',
        customer: { ...one.customer, email: planted.email, locale, timeZone, acceptsMarketing: true },
        order: { ...one.order, isTest: false },
      },
    }),
  );

/** Most are followed to the thank-you, some to the first marketing mail, some to the last. */
const hours = fc.constantFrom(1, 1, 1, 1, 24 * 12, 24 * 90);

export const mails = target('mails', fc.tuple(jsonText(mailedOrder), hours), ([body, lived]) =>
  takeIn(body, { hours: lived }),
);
