import type { Temporal } from 'temporal-polyfill';

/** `2026-03-02T03:30Z`: no operator asks for the seconds. */
export const toTheMinute = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'minute' });
