/** Faults in what is saved, kept and told apart. */
import type { Mutant } from './mutants.ts';

export const mutantsOfMemory: readonly Mutant[] = [
  {
    name: 'ledger-of-one',
    what: 'the events of only one order can be told apart',
    play: { seed: 2, customers: 12, days: 60 },
    edits: [
      { file: 'shared/core/order-facts.ts', find: 'const maxOrders = 24;', replace: 'const maxOrders = 1;' },
    ],
  },
  {
    name: 'orders-not-told-apart',
    what: 'an event of an order counts as often as it comes',
    play: { seed: 2, customers: 12, days: 60 },
    edits: [
      {
        file: 'shared/core/event-identity.ts',
        find: "if (entry) return entry.seen.includes(ledgerWord(event)) ? 'duplicate-event' : 'new';",
        replace: "if (entry) return 'new';",
      },
    ],
  },
  {
    name: 'ring-of-one',
    what: 'only the last of all other events is known again',
    play: { seed: 2, customers: 12, days: 60 },
    edits: [{ file: 'shared/core/facts.ts', find: 'const ringSize = 32;', replace: 'const ringSize = 1;' }],
  },
  {
    name: 'sweep-moment-not-saved',
    what: 'the record does not say from when the sweep may ask for it',
    play: { seed: 2, customers: 12, days: 60 },
    edits: [
      {
        file: 'shared/service/save-customer.ts',
        find: 'return world.customers.save(after, sweepAt);',
        replace: 'return world.customers.save(after, undefined);',
      },
    ],
  },
  {
    name: 'lost-race-taken-for-saved',
    what: 'a save that another writer forestalled counts as done',
    play: { seed: 2, customers: 12, days: 60 },
    edits: [
      {
        file: 'shared/service/save-customer.ts',
        find: 'return world.customers.save(after, sweepAt);',
        replace:
          "const saved = await world.customers.save(after, sweepAt);\n  return saved === 'conflict' ? after : saved;",
      },
    ],
  },
  {
    name: 'sender-acknowledges-failures',
    what: 'a lane message is acknowledged though its handling failed',
    play: { seed: 2, customers: 12, days: 60 },
    edits: [
      {
        file: 'functions/sqs-batch.ts',
        find: 'batchItemFailures.push(...(await dealWith(ports, [record], error)));',
        replace: "ports.log.warn('message not handled', { messageId: record.messageId });",
      },
    ],
  },
  {
    name: 'intake-acknowledges-failures',
    what: 'events are acknowledged though they were not saved',
    play: { seed: 2, customers: 12, days: 60 },
    edits: [
      {
        file: 'functions/take-intake.ts',
        find: 'batchItemFailures.push(...(await dealWith(ports, hers, error)));',
        replace: "ports.log.warn('message not handled', { messages: hers.length });",
      },
    ],
  },
  {
    name: 'newer-shape-read',
    what: 'a record that newer code wrote is read as if its shape were known',
    play: { seed: 2, customers: 12, days: 60 },
    edits: [
      {
        file: 'shared/core/record-codec.ts',
        find: '  if (stored.shape > newest) throw new NewerRecordShape(stored.shape, newest);\n',
        replace: '',
      },
    ],
  },
  {
    name: 'bounce-suppresses-nothing',
    what: 'a hard bounce or a complaint does not stop mail to the address',
    play: { seed: 2, customers: 12, days: 60 },
    edits: [
      {
        file: 'shared/service/feedback.ts',
        find: 'if (event.badAddresses.length === 0) return;',
        replace: 'if (event.badAddresses.length < 99) return;',
      },
    ],
  },
  {
    name: 'one-click-not-saved',
    what: 'a one-click unsubscribe is answered with 200, and nothing is saved',
    play: { seed: 2, customers: 12, days: 60 },
    edits: [
      {
        file: 'shared/service/public-pages.ts',
        find: 'await (acts ? unsubscribe : showUnsubscribe)(world, token);',
        replace: 'await showUnsubscribe(world, token);',
      },
    ],
  },
  {
    name: 'late-word-overrules',
    what: 'of two words on consent not the later counts but the one that came last',
    play: { seed: 2, customers: 12, days: 60 },
    edits: [
      {
        file: 'shared/core/consent-facts.ts',
        find: 'if (!known || !isBefore(state.at, known.at)) return state;',
        replace: 'if (state) return state;',
      },
    ],
  },
];
