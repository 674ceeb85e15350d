/**
 * What most starts of a function never ask, by the file beside its code in which it lies. A module is named here and imported
 * as any other; it leaves the code with all that it alone needs. What the code asks of it must be functions.
 */
import type { FunctionName } from '../names.ts';

/** Modules of each file, from the project's root. */
export type Parts = Readonly<Record<string, readonly string[]>>;

/** Of what is taken in, little is for the store's other programs. */
const bus = ['shared/aws/bridge-bus.ts', 'shared/aws/event-bridge-client.ts'];

export const seldomAsked: Readonly<Partial<Record<FunctionName, Parts>>> = {
  ingest: {
    shopify: [
      'functions/boundary/shopify/translate.ts',
      'functions/boundary/shopify/order-owners.ts',
      'shared/aws/dynamo-order-owners.ts',
    ],
    // The engine's own messages, and what the store says of its goods.
    own: [
      'shared/service/intake/handle-intake.ts',
      'shared/service/intake/spread-store-wide.ts',
      'shared/service/saving/change-customer.ts',
      'shared/core/enrolments/apply-command.ts',
      'shared/aws/dynamo-audit.ts',
      'shared/aws/dynamo-everybody.ts',
      'shared/aws/dynamo-rounds.ts',
    ],
    goods: ['shared/aws/dynamo-products.ts', 'shared/aws/dynamo-askers.ts'],
    // What went before: asked of orders that are told late.
    touchpoints: ['shared/aws/dynamo-touchpoints.ts'],
    joining: ['shared/service/intake/merge.ts'],
    consent: ['shared/core/facts/explicit-consent.ts'],
    // What is the sender's: a run's own moment, and a mail that goes or may not.
    moment: [
      'shared/core/enrolments/advance-by-timer.ts',
      'shared/core/enrolments/decided-to-send.ts',
      'shared/core/enrolments/advance-by-refusal.ts',
      'shared/core/promises/mail-invariants.ts',
      'shared/core/enrolments/walk/walk-once.ts',
    ],
    bus,
    failing: ['functions/queue/sqs-batch.ts'],
  },
  sender: {
    // What became of a mail whose answer never came, and mail that was refused.
    doubt: [
      'shared/service/sending/handle-resolve.ts',
      'shared/service/sending/handle-repeat.ts',
      'shared/service/sending/release.ts',
      'shared/service/sending/give-back.ts',
      'shared/core/enrolments/advance-by-refusal.ts',
    ],
    bus,
  },
  pages: {
    acting: [
      'shared/service/pages/own-events.ts',
      'shared/service/feedback/unsubscribe.ts',
      'shared/service/saving/save-customer.ts',
    ],
    bus,
    others: [
      'shared/service/pages/join-page.ts',
      'shared/service/pages/booking-page.ts',
      'shared/service/pages/survey-page.ts',
      'shared/service/pages/confirm-page.ts',
    ],
  },
};
