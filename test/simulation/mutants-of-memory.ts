/** Faults in what is saved, kept and told apart. */
import type { Mutant } from './mutants.ts';

export const mutantsOfMemory: readonly Mutant[] = [
  {
    name: 'ledger-of-one',
    what: 'the events of only one order can be told apart, and none that has left is brought back',
    seed: 5,
    store: { customers: 12, days: 60 },
    edits: [
      {
        file: 'shared/core/facts/orders/order-ledger.ts',
        find: 'const maxOrders = 24;',
        replace: 'const maxOrders = 1;',
      },
      {
        file: 'shared/core/facts/orders/order-ledger.ts',
        find: "return event.name !== 'OrderPlaced' || !isBefore(horizon.add(clocksDiffer), event.occurredAt);",
        replace: 'return false;',
      },
    ],
  },
  {
    name: 'orders-not-told-apart',
    what: 'an event of an order counts as often as it comes',
    seed: 1,
    edits: [
      {
        file: 'shared/core/facts/event-identity.ts',
        find: "return isInLedger(event, entry) ? 'duplicate-event' : 'new';",
        replace: "return isInLedger(event, entry) ? 'new' : 'new';",
      },
    ],
  },
  {
    name: 'sweep-moment-not-saved',
    what: 'the index does not know from when the sweep may ask for an order mail',
    seed: 1,
    edits: [
      {
        file: 'shared/service/saving/save-customer.ts',
        find: 'const saved = await world.customers.save(after, waking);',
        replace: 'const saved = await world.customers.save(after, { any: waking.any });',
      },
    ],
  },
  {
    name: 'lost-race-taken-for-saved',
    what: 'a save that another writer forestalled counts as done',
    seed: 1,
    edits: [
      {
        file: 'shared/service/saving/save-customer.ts',
        find: "  if (saved === 'conflict') return saved;",
        replace: "  if (saved === 'conflict') return { customer: after, alarms: [] };",
      },
    ],
  },
  {
    name: 'sender-acknowledges-failures',
    what: 'a lane message is acknowledged though its handling failed',
    seed: 6,
    edits: [
      {
        file: 'functions/queue/sqs-batch.ts',
        find: 'batchItemFailures.push(...(await dealWith(ports, [record], error)));',
        replace: "ports.log.warn('message not handled', { messageId: record.messageId });",
      },
    ],
  },
  {
    name: 'intake-acknowledges-failures',
    what: 'events are acknowledged though they were not saved',
    seed: 4,
    edits: [
      {
        file: 'functions/queue/take-intake.ts',
        find: 'failures.push(...(await dealWith(ports, of, error)));',
        replace: "ports.log.warn('message not handled', { messages: of.length, because: String(error) });",
      },
    ],
  },
  {
    name: 'bounce-suppresses-nothing',
    what: 'a hard bounce or a complaint does not stop mail to the address',
    seed: 8,
    edits: [
      {
        file: 'shared/service/feedback/feedback.ts',
        find: 'if (event.badAddresses.length === 0) return;',
        replace: 'if (event.badAddresses.length < 99) return;',
      },
    ],
  },
  {
    name: 'one-click-not-saved',
    what: 'a one-click unsubscribe is answered with 200, and nothing is saved',
    seed: 8,
    edits: [
      {
        file: 'shared/service/feedback/unsubscribe.ts',
        find: 'if (claims) await withdrawAll(engine, claims.customer, oneClick);',
        replace: '',
      },
    ],
  },
  {
    name: 'tick-lifts-denial',
    what: 'a tick box left on in an order brings back whoever had said no',
    seed: 7,
    edits: [
      {
        file: 'shared/core/facts/consent-facts.ts',
        find: '  if (known.source !== emptyBoxSource) return unchanged(customer);',
        replace: '',
      },
    ],
  },
  {
    name: 'newer-shape-read',
    what: 'a record of newer code is read as if it were known',
    seed: 4,
    store: { customers: 12, days: 60 },
    edits: [
      {
        file: 'shared/core/record/record-codec.ts',
        find: '  if (stored.shape > newest) throw new NewerRecordShape(stored.shape, newest);',
        replace: '',
      },
    ],
  },
];
