/** How long the record knows what it claimed: for redeliveries, for caps, and for mail that may have to go once more. */
import type { Temporal } from 'temporal-polyfill';
import type { RecentSend } from '../record/recent-send.ts';
import { isBefore } from '../values/civil-time.ts';

/** Claims are looked for by redeliveries and caps; both are over long before. */
export const sendsFor = { hours: 24 * 14 };
const maxSends = 40;
/** Asked about after a quarter of an hour, tried once more, and asked about again. */
const inDoubtFor = { hours: 1 };
/** Of more order mail within an hour the oldest go: what became of it nobody can ask again, and it is told as unknown. */
const maxInDoubt = 120;

/** True for order mail that may have to go once more: it was claimed lately, or its second try was refused and is made again. */
export const isInDoubt = ({ kind, state, because, at }: RecentSend, now: Temporal.Instant): boolean =>
  kind === 'transactional' &&
  state !== 'skipped' &&
  (isBefore(now, at.add(inDoubtFor)) || (state === 'claimed' && because !== 'allowed'));

/**
 * Of too many the oldest go: skipped ones first, which count for no cap, then order mail, which counts for none either, once
 * nobody asks for it any more. The last, which may be claimed by this very save, stays whatever it is.
 */
export function sendsKept(sends: readonly RecentSend[], now: Temporal.Instant): readonly RecentSend[] {
  const lately = sends.filter(({ at }) => isBefore(now, at.add(sendsFor)));
  if (lately.length <= maxSends) return lately;
  const before = lately.slice(0, -1);
  const isSkipped = ({ state }: RecentSend) => state === 'skipped';
  const isCounted = (send: RecentSend) => send.kind === 'marketing' && !isSkipped(send);
  const doubted = before.filter((send) => isInDoubt(send, now));
  const others = before.filter((send) => !isInDoubt(send, now));
  const counted = others.filter(isCounted);
  const uncounted = [
    ...others.filter(isSkipped),
    ...others.filter((send) => !isSkipped(send) && !isCounted(send)),
  ];
  const dropped = new Set([
    ...uncounted.slice(0, lately.length - maxSends),
    ...counted.slice(0, Math.max(0, counted.length + 1 - maxSends)),
    ...doubted.slice(0, Math.max(0, doubted.length + 1 - maxInDoubt)),
  ]);
  return lately.filter((send) => !dropped.has(send));
}
