/** The rooms of the product as data: who may import whom. `npm run rooms` asks it of every file. */

import { proofsInMemory, superstore } from './proof-rooms.ts';
import type { Room } from './room.ts';

/** In these two a room imports only rooms before it. */
export const floors = {
  'shared/core': [
    'values',
    'events',
    'language',
    'record',
    'facts',
    'questions',
    'contact-policy',
    'enrolments',
    'promises',
  ],
  'shared/service': [
    'saving',
    'rendering',
    'sending',
    'rights',
    'intake',
    'feedback',
    'sweep',
    'explaining',
    'pages',
  ],
} as const;

const below = (house: keyof typeof floors, rules: Omit<Room, 'room'>): Room[] =>
  floors[house].map((floor, at) => ({
    ...rules,
    room: `${house}/${floor}`,
    may: [...rules.may, ...floors[house].slice(0, at).map((lower) => `${house}/${lower}`)],
  }));

const core = 'shared/core';
const language = 'shared/core/language';
const service = 'shared/service';
const ports = 'shared/ports';
const settings = 'shared/settings';
/** What ships, what a store owns and the example shop: rooms of data, which hold no function. */
export const data = ['shared/programs', 'shared/store', 'shared/example'];
/** They, and the library made of them. */
const programs = [...data, 'shared/library.ts'];

const shared: readonly Room[] = [
  ...below(core, {
    may: [],
    packages: ['temporal-polyfill', 'zod/mini', '@noble/hashes', 'rrule', 'email-addresses'],
  }),
  { room: 'shared/programs', may: [core] },
  { room: 'shared/store', may: [core, 'shared/programs'] },
  { room: 'shared/example', may: [core] },
  { room: 'shared/library.ts', may: [core, ...data] },
  { room: ports, may: [core], withoutAws: true },
  { room: settings, may: [core, 'shared/store'], withoutAws: true },
  ...below(service, { may: [core, ports, settings], withoutAws: true }),
  { room: 'shared/aws', may: [core, ports] },
  { room: 'shared/memory', may: [core, ports], withoutAws: true },
];

const handlers = ['feedback', 'ingest', 'pages', 'reconcile', 'sender'];
const wiring = 'functions/wiring';
const middleware = 'functions/middleware.ts';
const routineWork = 'functions/routine-work.ts';
const jsonLog = 'functions/json-log.ts';
const metricLine = 'functions/metric-line.ts';
const telemetry = 'functions/telemetry.ts';
const host = 'functions/host.ts';
const boundary = 'functions/boundary';
const queue = 'functions/queue';

const functions: readonly Room[] = [
  { room: boundary, may: [core, service, ports] },
  { room: queue, may: [core, service, ports, boundary] },
  { room: routineWork, may: [] },
  { room: metricLine, may: [ports] },
  { room: jsonLog, may: [ports] },
  { room: telemetry, may: [ports, jsonLog, metricLine, routineWork] },
  { room: middleware, may: [telemetry, 'functions/queue/reason-of.ts', 'functions/queue/loggable-error.ts'] },
  // The wiring alone picks a world.
  {
    room: wiring,
    may: [core, service, ports, settings, 'shared/aws', ...programs, telemetry],
    types: [host],
  },
  { room: host, may: [ports, settings, 'shared/aws/system-clock.ts'] },
  ...handlers.map((name) => ({
    room: `functions/${name}`,
    may: [core, service, ports, boundary, queue, middleware, wiring, host],
  })),
];

const stack = 'infra/stack';
const laptop = 'infra/laptop';
const terminal = 'infra/terminal';
/** Which deployment a command is about, and the clients that ask it. */
const target = 'infra/operator/target';

/** How fast a lane is: arithmetic that the stack warns by and the proofs measure by. */
const sendPace = 'shared/core/values/send-pace.ts';

/** What everything of infra may know of the product; functions it names by path. */
const known: Omit<Room, 'room'> = { may: [settings, ...programs], types: [core] };

const rest = [core, service, ports, settings, ...programs];
const author: readonly string[] = ['infra/author', stack, terminal, ...rest];
const compiled = 'shared/aws/file-templates.ts';

const infra: readonly Room[] = [
  { room: terminal, may: [] },
  {
    ...known,
    room: 'infra/app.ts',
    may: [...known.may, stack, `${language}/switches`, 'shared/core/questions/segments-asked.ts'],
  },
  {
    ...known,
    room: stack,
    may: [
      ...known.may,
      sendPace,
      'shared/ports/metric-names.ts',
      'shared/ports/bus.ts',
      ...['profile-events.ts', 'library-to-run.ts', 'check/check-scenarios.ts'].map(
        (file) => `${language}/${file}`,
      ),
    ],
  },
  {
    ...known,
    room: laptop,
    may: [
      ...known.may,
      stack,
      terminal,
      'shared/aws/capacity.ts',
      'shared/aws/packed-record.ts',
      'shared/core/record/record-codec.ts',
      'shared/core/values/stored-instant.ts',
    ],
  },
  {
    room: 'infra/operator',
    may: [stack, terminal, core, service, ports, settings, 'shared/aws', ...programs],
  },
  { room: 'infra/author', may: [...author, compiled] },
  {
    room: 'infra/author/reach',
    may: [...author, 'shared/memory', 'infra/proof/chance.ts', ...superstore],
  },
  {
    room: 'infra/author/play',
    may: [...author, compiled, 'shared/memory', 'infra/operator/target/cli-clock.ts'],
  },
  // The one command of the author that sends: through the real mail service, asking it first what it may.
  {
    room: 'infra/author/send-test',
    may: [...author, compiled, target, 'shared/aws/mailbox.ts', 'shared/aws/ses-account.ts'],
  },
  { room: 'infra/author/screenshots', may: [...author, 'infra/laptop/cloud.ts'] },
  {
    ...known,
    room: 'infra/proof',
    may: [
      ...known.may,
      stack,
      laptop,
      terminal,
      target,
      'infra/operator/dead-letters',
      'shared/aws/capacity.ts',
      'shared/aws/packed-record.ts',
      'shared/core/language/scenario.ts',
      'shared/core/language/steps.ts',
      'shared/core/record/refused-entry.ts',
      sendPace,
      'shared/ports/metric-names.ts',
    ],
  },
];

export const rooms: readonly Room[] = [
  ...shared,
  ...functions,
  ...infra,
  ...proofsInMemory({ ...known, may: [...known.may, core, service, ports, 'shared/memory'] }),
];

/** TypeScript files in one folder: more are hard to take in. */
export const mostInOneFolder = 30;
/** Flat by nature: one file for each port and table key. */
export const wideFolders = ['shared/aws'];
