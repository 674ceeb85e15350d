/** Saves that send more than the contact policy allows. */
import type { Invariant } from '../../shared/core/promises/invariant.ts';
import { at } from './events.ts';
import { inBefore, knowing, letter, type Save, saying, withEnrolmentChanged } from './saves.ts';
import { settings } from './settings.ts';

export const letterBreaks: readonly (readonly [Invariant, Save])[] = [
  [
    'mail-held-too-often',
    { ...letter, before: withEnrolmentChanged(letter.before, 'letters', { holds: 4 }) },
  ],
  ['mail-without-needed', knowing(letter, saying({ needs: 'send-b' }))],
  [
    'mail-beside-offer',
    knowing(inBefore(letter, { offers: [{ campaign: 'spring', day: 20_520, until: 20_530 }] }), {
      ...saying({ coupon: { campaign: 'autumn', off: { percent: 10 }, untilDay: 30 } }),
      settings: { ...settings, offers: { daysBetween: 30, aYear: 4, afterOrder_days: 0 } },
    }),
  ],
  ['mail-while-case-open', inBefore(letter, { helps: [{ id: 'h-1', at: at('2026-03-10 10:00') }] })],
];
