/** Forms of what the record knows of a customer beyond profile and orders. */

import type { Because } from '../values/because.ts';
import type { Lane } from '../values/lane.ts';
import type { Side } from '../values/side.ts';
import type { ConsentState, EndedEnrolment, Enrolment, Lifecycle } from './customer.ts';
import type {
  CartLine,
  CartState,
  CategoryState,
  CustomerFacts,
  LineProfile,
  OwnedProduct,
  SubscriptionState,
  ViewState,
} from './customer-facts.ts';
import type { PendingEvent } from './pending-event.ts';
import type { RecentSend } from './recent-send.ts';
import { entryOf } from './record-entry.ts';
import { formOf, instant, json, letterForm, listForm, named, plain } from './record-fields.ts';
import type { Wishes } from './wishes-state.ts';

export const consent = entryOf<ConsentState>({
  is: plain,
  at: instant,
  source: plain,
  wording: plain,
  evidence: named('ev'),
  confirmedAt: named('conf', instant),
});

export const lifecycle = entryOf<Lifecycle>(
  {
    orders: plain,
    firstOrderAt: named('first', instant),
    lastOrderAt: named('last', instant),
    standing: named('rank'),
  },
  () => ({ orders: 0 }),
);

export const lineProfile = entryOf<LineProfile>({ userId: named('id'), friend: plain, at: instant });

export const wishes = entryOf<Wishes>({
  frequency: named('often'),
  pausedUntil: named('until', instant),
  asOf: instant,
});

/** What most have is not written, and read where nothing is. */
const unless = <Value extends string | number>(usual: Value) => ({
  ...formOf<Value, Value, undefined>(
    (value) => (value === usual ? undefined : value),
    (stored) => stored,
  ),
  missing: () => usual,
});
/** A record of before lanes were kept is read as marketing throughout. */
const lane = unless<Lane>('marketing');
const version = named('v', unless<number>(1));
const side = letterForm<Side>({ treated: 't', holdout: 'h', control: 'c' }, 'treated');

const product = named('p');

const cartLine = entryOf<CartLine>({
  productId: product,
  name: plain,
  quantity: named('q'),
  unitPrice: named('price'),
});

export const cart = entryOf<CartState>({
  id: plain,
  at: instant,
  lines: listForm(cartLine),
  currency: plain,
  total: plain,
  url: plain,
});

export const view = entryOf<ViewState>({
  productId: product,
  at: instant,
  times: named('n', unless<number>(1)),
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
  quantity: named('q'),
  supplyDays: named('days'),
  forOther: named('other'),
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

/** What is kept of an enrolment for as long as it is remembered. */
const entry = {
  id: plain,
  scenario: plain,
  version,
  key: plain,
  enteredAt: named('entered', instant),
  order: plain,
  about: plain,
};

export const enrolment = entryOf<Enrolment>({
  ...entry,
  event: json,
  context: plain,
  lane,
  side,
  step: plain,
  since: instant,
  due: instant,
  arm: unless<number>(1),
  lap: plain,
  counts: plain,
  variants: plain,
  held: plain,
  heldBy: named('behind'),
  holds: plain,
  moved: entryOf<NonNullable<Enrolment['moved']>>({ days: plain, arrived: plain }),
  asleep: plain,
  doze: entryOf<NonNullable<Enrolment['doze']>>({ until: instant, over: unless<number>(1) }),
  by: plain,
  ended: entryOf<NonNullable<Enrolment['ended']>>({ at: instant, because: named('why') }),
});

export const endedEnrolment = entryOf<EndedEnrolment>({
  ...entry,
  at: instant,
  because: named('why', unless<Because>('completed')),
});

export const send = entryOf<RecentSend>({
  touchpoint: named('touch'),
  enrolment: named('run'),
  scenario: plain,
  version,
  step: plain,
  kind: unless<RecentSend['kind']>('marketing'),
  channel: plain,
  content: plain,
  topic: plain,
  arm: plain,
  at: instant,
  since: instant,
  lap: plain,
  number: named('n'),
  state: unless<RecentSend['state']>('claimed'),
  by: plain,
  givenBack: named('back', instant),
  because: named('why', unless<Because>('allowed')),
});
