/** Faults between a claim and the last word on its mail, and in what wakes a run. */
import type { Mutant } from './mutants.ts';

export const mutantsOfDelivery: readonly Mutant[] = [
  {
    name: 'no-claim',
    what: 'a mail goes without a save before it',
    seed: 1,
    edits: [
      {
        file: 'shared/service/sending/claim.ts',
        find: 'const saved = await saveCustomer(',
        replace: 'const saved = claim ? { customer, alarms: [] } : await saveCustomer(',
      },
    ],
  },
  {
    name: 'settled-before-sent',
    what: 'a touchpoint is told as sent before the mail service was asked',
    seed: 1,
    edits: [
      {
        file: 'shared/service/sending/deliver.ts',
        find: '  const outcome = await world.mailer.send(goes.mail);',
        replace:
          "  await world.touchpoints.settle({ ...touchpoint, messageId: 'none' });\n  const outcome = await world.mailer.send(goes.mail);",
      },
    ],
  },
  {
    name: 'sdk-retries',
    what: "the mail service's client repeats a call whose answer was lost",
    seed: 3,
    // Each of its pauses takes its real time.
    faults: 'ses-5xx-after-accept',
    edits: [
      { file: 'shared/aws/clients.ts', find: 'maxAttempts: 1,', replace: 'maxAttempts: 3,' },
      {
        file: 'shared/aws/ses-mailer.ts',
        find: 'if ((await client.config.maxAttempts()) !== 1) {',
        replace: 'if ((await client.config.maxAttempts()) < 1) {',
      },
    ],
  },
  {
    name: 'batch-claimed-at-once',
    what: 'the messages of a batch are handled side by side',
    seed: 2,
    store: { customers: 60, days: 6 },
    edits: [
      {
        file: 'functions/queue/sqs-batch.ts',
        find: '  const batchItemFailures: { itemIdentifier: string }[] = [];',
        replace: `  const batchItemFailures: { itemIdentifier: string }[] = [];
  const running = new Map(records.map((record) => [record, handle(record)]));
  for (const one of running.values()) one.catch(() => {});`,
      },
      {
        file: 'functions/queue/sqs-batch.ts',
        find: 'await handle(record);',
        replace: 'await running.get(record);',
      },
    ],
  },
  {
    name: 'released-after-timeout',
    what: 'a call without an answer is taken for one that sent nothing',
    seed: 3,
    edits: [
      {
        file: 'shared/aws/ses-outcome.ts',
        find: "return because === undefined ? { kind: 'unknown', detail: answerOf(error) } : { kind: 'not-sent', because };",
        replace: "return { kind: 'not-sent', because: because ?? 'throttled' };",
      },
    ],
  },
  {
    name: 'unknown-marketing-sent-again',
    what: 'marketing mail with an unknown outcome goes once more',
    seed: 13,
    edits: [
      {
        file: 'shared/service/sending/handle-resolve.ts',
        find: "if (claim.kind !== 'transactional' || claim.state !== 'claimed') return never(claim.because);",
        replace: "if (claim.state !== 'claimed') return never(claim.because);",
      },
    ],
  },
  {
    name: 'unknown-never-asked',
    what: 'nobody comes back to ask what became of a mail without an answer',
    seed: 5,
    edits: [
      {
        file: 'shared/service/sending/deliver.ts',
        find: "  await askLater(sending, touchpoint, address);\n  return 'unknown';",
        replace: "  return 'unknown';",
      },
    ],
  },
  {
    name: 'redelivery-forgets-its-claim',
    what: 'a message that comes again does not look for the claim it had made',
    seed: 2,
    edits: [
      {
        file: 'shared/service/sending/handle-repeat.ts',
        find: 'for (const send of own) await',
        replace: 'for (const send of own.slice(9)) await',
      },
    ],
  },
  {
    name: 'stale-timer-acts',
    what: 'a timer acts whatever arm the run has by now',
    seed: 6,
    edits: [
      {
        file: 'shared/service/sending/claim.ts',
        find: ' || enrolment.arm !== message.arm) {',
        replace: ') {',
      },
    ],
  },
  {
    name: 'arm-not-raised',
    what: 'a run that moves on keeps the name of its timer',
    seed: 1,
    edits: [
      {
        file: 'shared/core/enrolments/walk/walk-place.ts',
        find: 'arm: enrolment.arm + 1,',
        replace: 'arm: Math.max(1, enrolment.arm),',
      },
    ],
  },
  {
    name: 'two-mails-in-one-claim',
    what: 'two messages are claimed by one save, and only the first is sent',
    seed: 5,
    store: { customers: 25, days: 150 },
    edits: [
      {
        file: 'shared/core/enrolments/decided-to-send.ts',
        find: 'if (place.claimed) {',
        replace: 'if (place.claimed && place.strides > 199) {',
      },
    ],
  },
  {
    name: 'lap-left-out',
    what: 'the second visit to a step bears the touchpoint of the first',
    seed: 8,
    edits: [
      {
        file: 'shared/core/values/ids.ts',
        find: "digest(['touchpoint', store, customer, enrolment, step, lap], 32)",
        replace: "digest(['touchpoint', store, customer, enrolment, step], 32)",
      },
    ],
  },
  {
    name: 'sent-event-settles-nothing',
    what: 'what the mail service tells of a mail does not settle it',
    seed: 3,
    edits: [
      {
        file: 'shared/service/feedback/feedback.ts',
        find: "if (open && event.kind !== 'rejected') {",
        replace: "if (open && event.kind === 'rejected') {",
      },
    ],
  },
];
