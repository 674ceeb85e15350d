import type { Temporal } from 'temporal-polyfill';
import type { Customer } from '../../shared/core/record/customer.ts';

/** Claims leave the record after 14 days; before that only a release takes one out. Clocks may differ. */
const rememberedFor_h = 24 * 14 - 1;
/** Of more than so many the oldest leave sooner. */
export const mostSends = 40;

/** The touchpoints whose claims a save has given back. */
export function releasedIn(before: Customer | undefined, after: Customer, at: Temporal.Instant): string[] {
  return (before?.sends ?? []).flatMap((send) => {
    if (send.state === 'skipped') return [];
    const now = after.sends.find(({ touchpoint }) => touchpoint === send.touchpoint);
    const leaves_ms = send.at.add({ hours: rememberedFor_h }).epochMilliseconds;
    const isDropped = now === undefined && leaves_ms > at.epochMilliseconds && after.sends.length < mostSends;
    return isDropped || now?.state === 'skipped' ? [send.touchpoint] : [];
  });
}
