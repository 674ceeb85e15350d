/** Plays what people with shared mailboxes do, by the real boundary and services, timers and all. */
import { Temporal } from 'temporal-polyfill';
import { readLaneMessage } from '../../functions/boundary/lane-message.ts';
import type { LaneMessage } from '../../shared/core/events/lane-message.ts';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { openBook } from '../../shared/core/language/scenario-book.ts';
import type { Lane } from '../../shared/core/values/lane.ts';
import { exampleShop } from '../../shared/example/shop.ts';
import type { SentMail } from '../../shared/memory/memory-mailer.ts';
import { memoryWorld } from '../../shared/memory/memory-world.ts';
import type { Templates } from '../../shared/ports/templates.ts';
import { engineOf } from '../../shared/service/saving/engine.ts';
import { leadId } from '../../shared/service/saving/lead-id.ts';
import { handleLaneMessage } from '../../shared/service/sending/handle-lane-message.ts';
import { parseSettings } from '../../shared/settings/settings.ts';
import { segments, scenarios as shipped, surveys } from '../support/shipped.ts';
import { exampleSettings } from '../support/store-in-memory.ts';
import { randomOf } from './random.ts';
import { type MailboxAct, planMailboxes } from './shared-mailbox-people.ts';
import { DyingQueue } from './shared-mailbox-queue.ts';
import { SchedulerDown, troubled } from './shared-mailbox-trouble.ts';
import { arrivalsOfDeed, wireOfDeed } from './shared-mailbox-wire.ts';
import { day_ms } from './storefront-moments.ts';
import { simulatedCatalogue } from './templates.ts';

const start_ms = Date.UTC(2027, 2, 1);
const homes = 14;
/** Long enough for whoever ordered to be called back. */
const days = 140;
const played = ['welcome', 'win-back', 'order-thanks', 'parcel-shipped'];

/** A mail says of which order it is. */
const templates: Templates = {
  async load(template) {
    const isOfOrder = /^(order|parcel)/.test(template);
    return { subject: isOfOrder ? '{{ order.id }}' : template, html: '<p></p>', text: '' };
  },
};

/** A deed with the moment at which the engine had first dealt with it. */
export interface PlayedAct extends MailboxAct {
  readonly known_ms: number;
}

export interface PlayedMail {
  readonly at_ms: number;
  readonly to: string;
  readonly customer: string;
  readonly scenario: string;
  readonly template: string;
  /** Of mail about an order its id. */
  readonly subject: string;
}

/** Nobody is kept out for comparison, and neither a cap nor another story holds a letter: whatever forbids one is of the mailbox. */
function parts() {
  const mine = shipped
    .filter(({ id }) => played.includes(id))
    .map(({ group: _, whenTaken: __, holdout: ___, ...one }): Scenario => ({ ...one, enabled: true }));
  const book = openBook(mine, simulatedCatalogue, segments, { ...exampleShop.facts, surveys });
  const own = { caps: [], offers: null, hoursApart: 0, resendUnknownAfter: 'never' };
  return { book, settings: parseSettings({ ...exampleSettings, ...own }) };
}

export async function playMailboxes(seed: number) {
  const random = randomOf(seed);
  const { book, settings } = parts();
  const startAt = Temporal.Instant.fromEpochMilliseconds(start_ms);
  const world = memoryWorld({ startAt, settings, templates, keepLogLines: 0 });
  const trouble = troubled(world, random.fork('mail and timers'));
  const engine = engineOf(trouble.world, book, settings);
  const sending = { ...engine, linkBaseUrl: 'https://links.example.com', remaining_ms: () => 60_000 };
  const of = { keys: await world.keys(), store: settings.store };
  const leadOf = (address: string, round: number) => leadId(of, address, round);
  const dice = random.fork('trouble');
  const queue = new DyingQueue(world, engine, dice);
  const acts = planMailboxes(random.fork('people'), start_ms, homes);
  for (const [nth, act] of acts.entries()) {
    const body = wireOfDeed(act, nth, random.fork(`wire ${nth}`), leadOf);
    for (const at_ms of arrivalsOfDeed(act, random.fork(`arrival ${nth}`))) queue.put({ body, nth }, at_ms);
  }
  const handle = async (lane: Lane, message: LaneMessage) => {
    await queue.drain();
    for (let times = dice.chance(0.1) ? 2 : 1; times > 0; times -= 1) {
      try {
        await handleLaneMessage(sending, readLaneMessage(JSON.stringify(message)));
      } catch (error) {
        if (!(error instanceof SchedulerDown)) throw error;
        await world.lanes.enqueue(lane, message, 120);
      }
    }
  };
  const end_ms = start_ms + days * day_ms;
  for (let at_ms = start_ms; at_ms < end_ms; ) {
    at_ms = Math.min(world.clock.nextDue()?.epochMilliseconds ?? end_ms, end_ms);
    await world.run(Temporal.Instant.fromEpochMilliseconds(at_ms), handle);
    await queue.drain();
    await world.run(world.clock.now(), handle);
  }
  const told = acts.map((act, nth): PlayedAct => {
    const known_ms = queue.dealtWith.get(nth) ?? Number.POSITIVE_INFINITY;
    return { ...act, known_ms };
  });
  return {
    world,
    mails: world.mailer.mails.map(mailOf),
    acts: told,
    leadOf,
    crashes: queue.crashes,
    dealt: trouble.dealt,
  };
}

const mailOf = ({ at, to, tags, subject }: SentMail): PlayedMail => ({
  at_ms: at.epochMilliseconds,
  to: to.toLowerCase(),
  customer: Buffer.from(tags.customer ?? '', 'base64url').toString('utf8'),
  scenario: tags.scenario ?? '',
  template: tags.template ?? '',
  subject,
});
