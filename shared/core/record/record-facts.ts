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
import type { Look } from './look-state.ts';
import type { PendingEvent } from './pending-event.ts';
import { entryOf, instant, json, listForm, named, plainForm } from './record-fields.ts';
import type { Wishes } from './wishes-state.ts';

export const consent = entryOf<ConsentState>({
  is: plainForm,
  at: instant,
  source: plainForm,
  wording: plainForm,
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
  name: plainForm,
  quantity: named('q'),
  unitPrice: named('price'),
});

export const cart = entryOf<CartState>({
  id: plainForm,
  at: instant,
  lines: listForm(line),
  currency: plainForm,
  total: plainForm,
  url: plainForm,
});

export const view = entryOf<ViewState>({
  productId: product,
  at: instant,
  times: named('n'),
  name: plainForm,
  category: named('cat'),
  url: plainForm,
});

export const subscription = entryOf<SubscriptionState>({
  id: plainForm,
  at: instant,
  state: plainForm,
  productId: product,
  renewsAt: named('renews', instant),
  productAsOf: named('pAsOf', instant),
  renewsAsOf: named('rAsOf', instant),
  nth: plainForm,
});

export const owned = entryOf<OwnedProduct>({
  productId: product,
  at: instant,
  firstAt: named('first', instant),
  category: named('cat'),
  supplyDays: named('days'),
});

export const help = entryOf<CustomerFacts['helps'][number]>({ id: plainForm, at: instant });

export const category = entryOf<CategoryState>({ is: plainForm, at: instant });

export const score = entryOf<NonNullable<CustomerFacts['score']>>({ value: named('v'), at: instant });

export const pending = entryOf<PendingEvent>({
  id: plainForm,
  name: plainForm,
  detail: json,
  at: instant,
  by: plainForm,
});

export const lookForm = entryOf<Look>({ due: instant, arm: plainForm, seen: instant, by: plainForm });
