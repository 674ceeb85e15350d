/** What the plays of `npm run load` tell, and which promise each of them judges. */
import type { WentWithConfirms } from './confirm-play.ts';
import type { WentOfOne } from './one-customer.ts';
import type { LoadOptions } from './options.ts';
import type { WentTogether } from './service-plays.ts';
import type { WentInTime } from './timers-play.ts';
import type { Went } from './went.ts';

export interface PlayedLoad {
  readonly thanks: Went;
  readonly timers: WentInTime;
  readonly sample: Went;
  readonly together: WentTogether;
  readonly confirms: WentWithConfirms;
  readonly ofOne: WentOfOne;
}

/** 100,000 thank-yous at 14 a second go in so long: nine tenths of the rate. */
const thanks_hours = { most: 2.2, of: 100_000 };
const mostThrottled = 0.01;
/** Of the last batches not every worker has one. */
const last_s = 5;
/** Workers look at a confirm mail before they put it back. */
const besideConfirms_s = 1;

export interface Promised {
  readonly promise: string;
  readonly found: string;
  readonly isKept: boolean;
}

const whole = (value: number) => value.toLocaleString('en');
const hours = (seconds: number) => (seconds / 3600).toFixed(2);
const minutes = (seconds: number) => (seconds / 60).toFixed(1);
const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
const sentOf = ({ sent }: Went) => sent.transactional + sent.marketing;
const rateOf = (went: Went) => (sentOf(went) / Math.max(1, went.lasted_s)).toFixed(1);

/** Each promise, what was found of it, and whether it was kept. */
export function promisesOf(
  options: LoadOptions,
  { thanks, timers, sample, together, confirms, ofOne }: PlayedLoad,
): Promised[] {
  const most_hours = (thanks_hours.most * options.thanks) / thanks_hours.of;
  const { transactional, marketing } = together.whileBothFull;
  const orderShare = transactional / Math.max(1, transactional + marketing);
  const throttled = [thanks, timers, sample, together].map(({ throttledShare }) => throttledShare);
  return [
    {
      promise: `${whole(options.thanks)} thank-yous at ${thanks.sendRate} a second in at most ${most_hours.toFixed(2)} h`,
      found: `${whole(thanks.sent.transactional)} in ${hours(thanks.lasted_s)} h, ${rateOf(thanks)} a second`,
      isKept: thanks.sent.transactional === options.thanks && thanks.lasted_s <= most_hours * 3600,
    },
    {
      promise: `${whole(options.timers)} timers of one minute at ${timers.sendRate} a second, none too late after ${timers.expires_hours} h`,
      found: `${whole(timers.sent.marketing)} in ${hours(timers.lasted_s)} h, ${rateOf(timers)} a second, ${whole(timers.tooLate)} too late`,
      isKept: timers.sent.marketing === options.timers && timers.tooLate === 0,
    },
    {
      promise: `a sample of ${whole(options.sample)} through the service code, as fast`,
      found: `${whole(sample.sent.marketing)} in ${hours(sample.lasted_s)} h, ${rateOf(sample)} a second; customers who are held out for comparison get none`,
      isKept:
        sample.sent.marketing > 0.8 * options.sample &&
        sample.lasted_s - last_s <= sample.sent.marketing / (0.74 * sample.sendRate),
    },
    {
      promise: `order mail keeps at least ${percent(together.share)} of what goes while both lanes are full`,
      found: `${percent(orderShare)}: ${whole(transactional)} order mails and ${whole(marketing)} of marketing`,
      isKept: transactional > 0 && orderShare >= together.share,
    },
    {
      promise: `${whole(ofOne.orders)} orders of one customer within a minute are each thanked for once, none dead-lettered`,
      found: `${whole(ofOne.thanked)} in ${minutes(ofOne.lasted_s)} min, ${whole(ofOne.twice)} twice, ${whole(ofOne.putBack)} times put back, at most ${ofOne.receives.most} of ${ofOne.receives.allowed} receives, ${whole(ofOne.deadLetters)} dead letters`,
      isKept: ofOne.thanked === ofOne.orders && ofOne.twice === 0 && ofOne.deadLetters === 0,
    },
    confirmsPromise(confirms),
    {
      promise: `at most ${percent(mostThrottled)} of all calls throttled`,
      found: throttled.map(percent).join(', '),
      isKept: throttled.every((share) => share <= mostThrottled),
    },
  ];
}

function confirmsPromise(went: WentWithConfirms): Promised {
  const { signUps, confirms, orders, thanked, longest_s, longestAlone_s, share, putBack, lasted_s } = went;
  return {
    promise: `beside ${whole(signUps)} mails of one minute that ask to confirm, order mail waits at most ${besideConfirms_s} s longer than alone; they take at most ${percent(share.granted)} of its lane, and all go`,
    found: `order mail at most ${longest_s.toFixed(1)} s, alone ${longestAlone_s.toFixed(1)} s, ${whole(thanked)} of ${whole(orders)}; ${percent(share.taken)} of the lane, ${whole(confirms)} in ${minutes(lasted_s)} min, ${whole(putBack)} times put back`,
    isKept:
      confirms === signUps &&
      thanked === orders &&
      longest_s <= longestAlone_s + besideConfirms_s &&
      share.taken <= share.granted,
  };
}

export function loadReport(promises: readonly Promised[]): string {
  const lines = promises.flatMap(({ promise, found, isKept }) => [
    `${isKept ? 'kept  ' : 'BROKEN'}  ${promise}`,
    `        ${found}`,
  ]);
  return [
    ...lines,
    '',
    'The mail service takes a whole second’s rate in any second and throttles the rest; a mail is counted 20 to 100 ms after its call.',
    'The thank-yous, the sample and both lanes go through the whole service code; the crowd of timers through workers, lane and pacer alone.',
    '',
  ].join('\n');
}
