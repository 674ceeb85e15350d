/** Beside the twelve: short lives of what happens to few, so that each live message has somebody who should get it. */
import type { Life } from '../../core/language/life.ts';
import { livesOfAnswers } from './of-answers.ts';
import { livesOfBookings } from './of-bookings.ts';
import { livesOfNewcomers } from './of-newcomers.ts';
import { livesOfPayments } from './of-payments.ts';
import { livesOfSubscriptions } from './of-subscriptions.ts';
import { livesOfTheCalendar } from './of-the-calendar.ts';

export const moreLives: readonly Life[] = [
  ...livesOfPayments,
  ...livesOfNewcomers,
  ...livesOfBookings,
  ...livesOfSubscriptions,
  ...livesOfAnswers,
  ...livesOfTheCalendar,
];
