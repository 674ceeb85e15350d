/** The coupon of an enrolment: one customer's alone, the same in each message, known to the store before the mail goes. */
import { createHmac } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { PublishedEvent } from '../../core/events/published-event.ts';
import type { MessageStep } from '../../core/language/steps.ts';
import { couponEnd } from '../../core/questions/coupon-end.ts';
import type { Situation } from '../../core/record/situation.ts';
import { digest } from '../../core/values/ids.ts';
import type { Keys } from '../../ports/keys.ts';

/** Neither 0 and O, nor 1, I and L: a code is read aloud and typed. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 10;

/** Ten characters that nobody can guess; `of` says what the code stands for. */
export function codeOf(keys: Pick<Keys, 'address'>, of: readonly string[]): string {
  const bytes = createHmac('sha512', keys.address).update(JSON.stringify(of)).digest();
  // Of each byte only what divides evenly counts, so that no character is likelier than another.
  const even = 256 - (256 % alphabet.length);
  const usable = [...bytes].filter((byte) => byte < even).slice(0, codeLength);
  return usable.map((byte) => alphabet[byte % alphabet.length]).join('');
}

export interface IssuedCoupon {
  /** What the message's texts may name. */
  readonly shown: Readonly<Record<string, string | number | undefined>>;
  /** `CouponIssued`, to be published before the message goes. */
  readonly event: PublishedEvent;
}

interface Issuing {
  readonly timeZone: string;
  readonly at: Temporal.Instant;
  /** Of amounts, where known. */
  readonly currency: string | undefined;
}

/** The coupon that the step's message shows; undefined for a step without one. */
export function issuedCoupon(
  keys: Pick<Keys, 'address'>,
  step: MessageStep,
  { customer, enrolment }: Pick<Situation, 'customer' | 'enrolment'>,
  { timeZone, at, currency }: Issuing,
): IssuedCoupon | undefined {
  const end = couponEnd(step, enrolment, timeZone);
  if (!step.coupon || !end) return undefined;
  const { campaign, off } = step.coupon;
  const endsOn = end.toString();
  const code = codeOf(keys, ['coupon', customer.store, customer.id, enrolment.id, campaign]);
  return {
    shown: {
      code,
      percent: 'percent' in off ? off.percent : undefined,
      amount: 'amount' in off ? off.amount : undefined,
      currency,
      endsOn,
    },
    event: {
      id: digest(['coupon', customer.store, customer.id, enrolment.id, campaign], 32),
      name: 'CouponIssued',
      at,
      detail: { customer: { id: customer.id }, code, campaign, off, endsOn, scenario: enrolment.scenario },
    },
  };
}
