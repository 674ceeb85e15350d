/**
 * The programs that ship, each in the folder of its name. Their order is the order in which scenarios are asked: where
 * two of one group would begin at once, the first is taken.
 */
import type { Programs } from '../core/language/program.ts';
import { program as afterPurchase } from './after-purchase/program.ts';
import { program as backInStock } from './back-in-stock/program.ts';
import { program as birthday } from './birthday/program.ts';
import { program as browse } from './browse/program.ts';
import { program as campaign } from './campaign/program.ts';
import { program as cart } from './cart/program.ts';
import { program as confirmOptIn } from './confirm-opt-in/program.ts';
import { program as course } from './course/program.ts';
import { program as crossSell } from './cross-sell/program.ts';
import { program as earlySurvey } from './early-survey/program.ts';
import { program as events } from './events/program.ts';
import { program as giftSeasons } from './gift-seasons/program.ts';
import { program as ninetyDayCheck } from './ninety-day-check/program.ts';
import { program as nurture } from './nurture/program.ts';
import { program as onboarding } from './onboarding/program.ts';
import { program as orderService } from './order-service/program.ts';
import { program as pointsAndRank } from './points-and-rank/program.ts';
import { program as pulse } from './pulse/program.ts';
import { program as referral } from './referral/program.ts';
import { program as replenishment } from './replenishment/program.ts';
import { program as reviews } from './reviews/program.ts';
import { program as sales } from './sales/program.ts';
import { program as smallStoreWalls } from './small-store-walls/program.ts';
import { program as subscription } from './subscription/program.ts';
import { program as welcome } from './welcome/program.ts';
import { program as winBack } from './win-back/program.ts';

export const shipped = {
  'order-service': orderService,
  'confirm-opt-in': confirmOptIn,
  welcome,
  nurture,
  onboarding,
  cart,
  browse,
  subscription,
  'after-purchase': afterPurchase,
  events,
  replenishment,
  course,
  'cross-sell': crossSell,
  sales,
  campaign,
  'back-in-stock': backInStock,
  'gift-seasons': giftSeasons,
  'points-and-rank': pointsAndRank,
  'small-store-walls': smallStoreWalls,
  'win-back': winBack,
  'early-survey': earlySurvey,
  'ninety-day-check': ninetyDayCheck,
  referral,
  reviews,
  birthday,
  pulse,
} as const satisfies Programs;
