/** The scenarios this deployment runs. A scenario that is not listed here lets nobody in. */
import type { Scenario } from '../core/scenario.ts';
import { afterPurchase } from './after-purchase.ts';
import { orderThanks } from './order-thanks.ts';

export const scenarios: readonly Scenario[] = [orderThanks, afterPurchase];
