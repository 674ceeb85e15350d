import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const email = 'family@example.com';
const husband = { id: 'c-husband', email, name: 'Takumi', acceptsMarketing: true };
const order = { currency: 'JPY', total: 2400, items: [goodsOfLives.tea] };
const wife = { id: 'c-wife', email, name: 'Emi' };

export const guestOfAFamily: Life = {
  id: 'guest-of-a-family',
  tells:
    'Orders as a guest from a mailbox that is also her husband’s, registers, and says stop in one of the mails.',
  weight: 3,
  days: 100,
  customer: { email, locale: 'ja' },
  happens: [
    {
      day: -150,
      at: '20:00',
      tell: 'OrderPlaced',
      detail: { order: { ...order, id: 'o-1' } },
      customer: husband,
    },
    { day: -147, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-1' } }, customer: husband },
    { day: 0, at: '13:00', tell: 'OrderPlaced', detail: { order: { ...order, id: 'o-2' } } },
    { day: 3, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-2' } } },
    {
      day: 30,
      at: '13:00',
      tell: 'CustomerRegistered',
      customer: { ...wife, acceptsMarketing: true, emailVerified: true },
    },
    {
      day: 45,
      at: '13:00',
      tell: 'ConsentChanged',
      detail: { consent: { channel: 'email', granted: false } },
      customer: wife,
    },
    { day: 60, at: '13:00', tell: 'OrderPlaced', detail: { order: { ...order, id: 'o-3' } }, customer: wife },
    { day: 63, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-3' } }, customer: wife },
  ],
};
