/**
 * What most starts of a function never ask, by the file beside its code in which it lies. A module is named here and imported
 * as any other; it leaves the code with all that it alone needs. What the code asks of it must be functions.
 */
import type { FunctionName } from '../names.ts';

/** Modules of each file, from the project's root. */
export type Parts = Readonly<Record<string, readonly string[]>>;

export const seldomAsked: Readonly<Partial<Record<FunctionName, Parts>>> = {
  ingest: {
    shopify: ['functions/boundary/shopify/translate.ts', 'functions/boundary/shopify/order-owners.ts'],
    // The engine's own messages, and what the store says of its goods.
    own: ['shared/service/intake/handle-intake.ts', 'shared/service/intake/spread-store-wide.ts'],
    joining: ['shared/service/intake/merge.ts'],
    consent: ['shared/core/facts/explicit-consent.ts'],
    // Ingest comes before a run's own moment, and to no mail that may not go.
    moment: ['shared/core/enrolments/advance-by-timer.ts', 'shared/core/enrolments/advance-by-refusal.ts'],
    failing: ['functions/queue/sqs-batch.ts'],
  },
  pages: {
    acting: [
      'shared/service/pages/own-events.ts',
      'shared/service/feedback/unsubscribe.ts',
      'shared/service/saving/save-customer.ts',
    ],
    others: [
      'shared/service/pages/join-page.ts',
      'shared/service/pages/booking-page.ts',
      'shared/service/pages/survey-page.ts',
      'shared/service/pages/confirm-page.ts',
    ],
  },
};
