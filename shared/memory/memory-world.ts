/** The whole world in memory: fast, seeded by nothing, with every port open to look into. */
import type { Temporal } from 'temporal-polyfill';
import type { LaneMessage } from '../core/events/lane-message.ts';
import type { Lane } from '../core/values/lane.ts';
import { UnknownTemplate } from '../core/values/unknown-template.ts';
import type { Keys } from '../ports/keys.ts';
import type { Pacer } from '../ports/mailer.ts';
import type { CompiledTemplate, Templates } from '../ports/templates.ts';
import type { World } from '../ports/world.ts';
import { MemoryAccount } from './memory-account.ts';
import { memoryAddresses } from './memory-addresses.ts';
import { memoryAskers } from './memory-askers.ts';
import {
  memoryContexts,
  memoryControl,
  memoryEvidence,
  memoryNotes,
  memoryReputation,
} from './memory-beside.ts';
import { memoryBus, memoryProducts } from './memory-bus.ts';
import { memoryCustomers } from './memory-customers.ts';
import { memoryLanes } from './memory-lanes.ts';
import { memoryLog, memoryMetrics } from './memory-log.ts';
import { MemoryMailer } from './memory-mailer.ts';
import { memoryEverybody, memoryIntake } from './memory-many.ts';
import { memoryOrderFacts } from './memory-order-facts.ts';
import { memoryOrderOwners } from './memory-order-owners.ts';
import { memoryAudit, memoryBeside, memoryGone } from './memory-rights.ts';
import { memorySignUps } from './memory-sign-ups.ts';
import { memoryTouchpoints } from './memory-touchpoints.ts';
import { MemoryFeedbackQueues, memoryUnknowns } from './memory-unknowns.ts';
import { VirtualClock } from './virtual-clock.ts';

export interface MemoryOptions {
  readonly startAt: Temporal.Instant;
  /** Of the settings, the locale templates fall back to. */
  readonly settings: { readonly locale: string };
  /** A port, or compiled templates under `<name>.<locale>`. */
  readonly templates?: Templates | Readonly<Record<string, CompiledTemplate>>;
  readonly keys?: Keys;
  /** How many of the newest accepted mails are kept to look at. */
  readonly keepMails?: number;
  readonly keepLogLines?: number;
  /** How many records one page of a scan holds. */
  readonly recordsOnPage?: number;
}

export type MemoryWorld = ReturnType<typeof memoryWorld>;

const messagesAtOneMoment = 100_000;

/** Messages call for messages without the clock moving: the code under test goes in a circle. */
export class RunawayWorld extends Error {
  override readonly name = 'RunawayWorld';
  readonly code = 'RUNAWAY_WORLD';
}

/** Every port of the world, and what only a test asks: see each port's own file for what it lays open. */
export function memoryWorld(options: MemoryOptions) {
  const clock = new VirtualClock(options.startAt);
  const addresses = memoryAddresses();
  const { customers, sweep, rounds, ...records } = memoryCustomers(addresses, options.recordsOnPage);
  const { timers, lanes } = memoryLanes(clock);
  const keys = options.keys ?? fixedKeys;
  const contexts = memoryContexts();
  const orderFacts = memoryOrderFacts();
  const askers = memoryAskers();
  const touchpoints = memoryTouchpoints();
  const evidence = memoryEvidence();

  const world = {
    clock,
    customers,
    contexts,
    orderFacts,
    askers,
    addresses,
    touchpoints,
    evidence,
    unknowns: memoryUnknowns(),
    feedbackQueues: new MemoryFeedbackQueues(),
    control: memoryControl(),
    reputation: memoryReputation(),
    signUps: memorySignUps(),
    timers,
    lanes,
    everybody: memoryEverybody(records),
    intake: memoryIntake(),
    mailer: new MemoryMailer(clock, options.keepMails ?? Number.POSITIVE_INFINITY),
    account: new MemoryAccount(),
    pacer: { take: async () => {}, takeConfirm: () => 0, throttled: () => {} } satisfies Pacer,
    templates: templatesOf(options),
    keys: async () => keys,
    sweep,
    rounds,
    ...memoryNotes(),
    orderOwners: memoryOrderOwners(),
    beside: memoryBeside([contexts, orderFacts, askers, touchpoints, evidence]),
    gone: memoryGone(),
    audit: memoryAudit(),
    bus: memoryBus(),
    products: memoryProducts(),
    log: memoryLog(options.keepLogLines ?? 10_000),
    metrics: memoryMetrics(),
    /** The stored records: `ids()`, `stored(id)`, `plant(record)`, and `nextSweep_s()`, when the sweep may find somebody. */
    records,
    /**
     * Lets time pass until `until`: every message is handed to `handle` one by one, at the moment it comes into its
     * lane, the clock stepping to each. Throws {@link RunawayWorld}.
     */
    async run(until: Temporal.Instant, handle: (lane: Lane, message: LaneMessage) => Promise<void>) {
      let atThisMoment = 0;
      for (;;) {
        for (let taken = lanes.take(); taken !== undefined; taken = lanes.take()) {
          if (++atThisMoment > messagesAtOneMoment) {
            throw new RunawayWorld(`More than ${messagesAtOneMoment} messages at ${clock.now()}.`);
          }
          await handle(taken.lane, taken.message);
        }
        if (!clock.stepTowards(until)) break;
        atThisMoment = 0;
      }
      clock.advanceTo(until);
    },
  };
  return world satisfies World;
}

const fixedKeys: Keys = {
  address: 'the-key-of-addresses-in-memory',
  links: [{ id: 'k1', secret: 'the-key-of-addresses-in-memory' }],
};

function templatesOf({ templates = {}, settings }: MemoryOptions): Templates {
  if (typeof templates.load === 'function') return templates as Templates;
  const compiled = templates as Readonly<Record<string, CompiledTemplate>>;
  return {
    async load(template, locale) {
      const found = [locale, locale.split('-')[0], settings.locale]
        .map((choice) => compiled[`${template}.${choice}`])
        .find((one) => one !== undefined);
      if (found === undefined) throw new UnknownTemplate(template, settings.locale);
      return found;
    },
  };
}
