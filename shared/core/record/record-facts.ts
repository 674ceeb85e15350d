/** Forms of what the record knows of a customer beyond profile, orders and runs. */
import type { ConsentState } from './customer.ts';
import type {
  CartLine,
  CartState,
  CategoryState,
  CustomerFacts,
  OwnedProduct,
  SubscriptionState,
  ViewState,
} from './customer-facts.ts';
import type { ArmedAlarms, Lane } from './lane.ts';
import type { Look } from './look-state.ts';
import type { PendingEvent } from './pending-event.ts';
import { entryOf } from './record-entry.ts';
import { formOf, instant, json, listForm, named, optional, plain } from './record-fields.ts';
import type { Wishes } from './wishes-state.ts';

export const consent = entryOf<ConsentState>({
  is: plain,
  at: instant,
  source: plain,
  wording: plain,
  evidence: named('ev'),
  confirmedAt: named('conf', instant),
});

export const wishes = entryOf<Wishes>({
  frequency: named('often'),
  pausedUntil: named('until', instant),
  asOf: instant,
});

const product = named('p');

const line = entryOf<CartLine>({
  productId: product,
  name: plain,
  quantity: named('q'),
  unitPrice: named('price'),
});

export const cart = entryOf<CartState>({
  id: plain,
  at: instant,
  lines: listForm(line),
  currency: plain,
  total: plain,
  url: plain,
});

export const view = entryOf<ViewState>({
  productId: product,
  at: instant,
  times: named('n'),
  name: plain,
  category: named('cat'),
  url: plain,
});

export const subscription = entryOf<SubscriptionState>({
  id: plain,
  at: instant,
  state: plain,
  productId: product,
  renewsAt: named('renews', instant),
  productAsOf: named('pAsOf', instant),
  renewsAsOf: named('rAsOf', instant),
  nth: plain,
});

export const owned = entryOf<OwnedProduct>({
  productId: product,
  at: instant,
  firstAt: named('first', instant),
  category: named('cat'),
  supplyDays: named('days'),
});

export const help = entryOf<CustomerFacts['helps'][number]>({ id: plain, at: instant });

export const category = entryOf<CategoryState>({ is: plain, at: instant });

export const score = entryOf<NonNullable<CustomerFacts['score']>>({ value: named('v'), at: instant });

export const pending = entryOf<PendingEvent>({
  id: plain,
  name: plain,
  detail: json,
  at: instant,
  by: plain,
});

/** Marketing is not written: most are. A record of before lanes were kept is read as marketing throughout. */
export const lane = {
  ...formOf<Lane, Lane, undefined>(
    (value) => (value === 'marketing' ? undefined : value),
    (stored) => stored,
  ),
  missing: (): Lane => 'marketing',
};

export const alarms = entryOf<ArmedAlarms>({
  transactional: named('t', instant),
  marketing: named('m', instant),
  passed: optional(named('p', listForm(instant))),
});

export const look = entryOf<Look>({ due: instant, arm: plain, seen: instant, by: plain });
