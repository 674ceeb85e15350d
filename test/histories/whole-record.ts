/** A customer of whom the record holds all that it may: a field that is added to the record is asked for here by its type. */
import type { Consent, Customer, Enrolment } from '../../shared/core/record/customer.ts';
import type { LedgerOrder } from '../../shared/core/record/orders/ledger-entry.ts';
import type { RecentSend } from '../../shared/core/record/recent-send.ts';
import { at, type Whole, wholeFacts } from './whole-facts.ts';

const order: Whole<LedgerOrder> = {
  id: 'o-1',
  seen: ['OrderPlaced', 'OrderPaid', 'OrderShipped:0a1b2c3d', 'OrderRefunded:4e5f6a7b'],
  at: at(9),
  placedAt: at(1),
  shippedAt: at(3),
  deliveredAt: at(5),
  total: 5400,
  currency: 'JPY',
  timing: 'before',
  payBy: at(8),
  paidAt: at(2),
  country: 'US',
  gift: true,
  toOther: false,
  origin: 'phone',
  parcels: 2,
  expectedAt: at(6),
  delayedAt: at(4),
  failedAt: at(4).add({ minutes: 30 }),
  refused: true,
  pieces: 3,
  refunded: { '': 100, JPY: 300, USD: 250 },
  paidBack: [{ productId: 'p-1', quantity: 1 }],
  back: [{ productId: 'p-2', quantity: 2 }],
  undone: 'returned',
};

const enrolment: Whole<Omit<Enrolment, 'context' | 'event'>> = {
  id: '458f343efd16ae3b9dde',
  scenario: 'after-purchase',
  version: 3,
  lane: 'marketing',
  side: 'treated',
  key: 'o-1',
  enteredAt: at(1),
  order: 'o-1',
  about: 'order:o-1',
  step: 'week',
  since: at(9),
  due: at(16),
  arm: 4,
  lap: 1,
  counts: { week: 2 },
  variants: { split: 'b' },
  held: 'quiet-hours',
  asleep: true,
  doze: { until: at(18), over: 2 },
  by: 'a2d16d63cf06',
  ended: { at: at(17), because: 'order-undone' },
};

const send: Whole<RecentSend> = {
  touchpoint: '0aa4fc9d60bf6c400e74',
  enrolment: enrolment.id,
  scenario: enrolment.scenario,
  version: 3,
  step: 'week',
  kind: 'marketing',
  channel: 'line',
  content: 'offer',
  topic: 'course',
  arm: 3,
  at: at(9),
  since: at(8),
  lap: 1,
  number: 2,
  state: 'resent',
  givenBack: at(10),
  because: 'sent-once-more',
};

const said = {
  at: at(1),
  source: 'checkout',
  wording: 'v3',
  evidence: 'a2d16d63cf06',
  confirmedAt: at(2),
} as const;

/** Topics and channels stand for each other. */
const consent: Consent = {
  all: { ...said, is: 'granted' },
  offers: { ...said, is: 'denied' },
  course: { ...said, is: 'pending' },
  'line:all': { ...said, is: 'granted' },
  'sms:all': { ...said, is: 'denied' },
};

export const wholeRecord: Whole<Omit<Customer, 'consent' | 'enrolments'>> &
  Pick<Customer, 'consent' | 'enrolments'> = {
  store: 'mori',
  id: 'c-whole',
  version: 41,
  forgot: true,
  profile: {
    email: 'hana@example.com',
    undeliverable: true,
    typed: true,
    name: 'Hana Mori',
    familyName: '森',
    givenName: '花子',
    locale: 'ja-JP',
    timeZone: 'Asia/Tokyo',
    birthday: '1985-03-05',
    birthdayChangedAt: at(2),
    source: 'newsletter',
    firstSource: { is: 'google-ads', at: at(1) },
    attributes: { skin: 'dry', size: { shoe: 24.5 } },
    line: { userId: `U${'0123456789abcdef'.repeat(2)}`, friend: true, at: at(3) },
    asOf: at(9),
  },
  consent,
  wishes: { frequency: 'weekly', pausedUntil: at(30), asOf: at(7) },
  lifecycle: { orders: 3, firstOrderAt: at(1), lastOrderAt: at(9), standing: 'told' },
  orders: [order],
  horizon: at(1),
  months: [{ month: '2026-10', currency: 'JPY', orders: 2, spent: 9800 }],
  seen: ['0a1b2c3d4e5f', '5f4e3d2c1b0a'],
  enrolments: [
    { ...enrolment, event: { order: { id: 'o-1', items: [{ name: '緑茶', quantity: 1 }] } } },
    { ...enrolment, id: '2fc62b40459378d52b02', lane: 'transactional', context: 'order' },
    { ...enrolment, id: '3fc62b40459378d52b03', side: 'holdout', context: true },
  ],
  ended: [
    {
      id: '4fc62b40459378d52b04',
      scenario: 'welcome',
      version: 1,
      key: 'ever',
      enteredAt: at(1),
      order: 'o-2',
      about: 'booking:7',
      at: at(8),
      because: 'mailbox-bought',
    },
  ],
  refused: [{ scenario: 'win-back', because: 'group-running', at: at(9) }],
  sends: [send],
  pending: [
    {
      id: 'p-9',
      name: 'AudienceChanged',
      detail: { audience: 'vip', change: 'add' },
      at: at(9),
      by: `${enrolment.id}/3`,
    },
  ],
  look: { due: at(20), arm: 5, seen: at(9), by: 'look/4' },
  alarms: {
    transactional: at(10),
    marketing: at(16),
    passed: [at(18)],
    turns: { transactional: 1, marketing: 2 },
  },
  unknown: { later: { told: ['by', 'newer', 'code'] } },
  ...wholeFacts,
};
