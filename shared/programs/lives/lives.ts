/** The twelve lives that every library is rehearsed with. A store writes its own beside them. */
import type { Life } from '../../core/language/life.ts';
import { booker } from './booker.ts';
import { cartOfANewcomer } from './cart-of-a-newcomer.ts';
import { complainingVip } from './complaining-vip.ts';
import { firstSerum } from './first-serum.ts';
import { friendOnLine } from './friend-on-line.ts';
import { guestOfAFamily } from './guest-of-a-family.ts';
import { regularCoffee } from './regular-coffee.ts';
import { returnsByPhone } from './returns-by-phone.ts';
import { supplementSubscriber } from './supplement-subscriber.ts';
import { trialBuyer } from './trial-buyer.ts';
import { undoneOrder } from './undone-order.ts';
import { yearEndGiver } from './year-end-giver.ts';

export const lives: readonly Life[] = [
  firstSerum,
  regularCoffee,
  yearEndGiver,
  supplementSubscriber,
  cartOfANewcomer,
  trialBuyer,
  booker,
  returnsByPhone,
  complainingVip,
  friendOnLine,
  guestOfAFamily,
  undoneOrder,
];
