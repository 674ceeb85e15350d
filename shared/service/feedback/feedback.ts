/** What SES reports of sent mail: settles what is open, suppresses bad addresses, withdraws consent after a complaint. Safe to repeat, in any order. */
import type { Suppression } from '../../core/record/suppression.ts';
import type { RecordedTouchpoint, Touchpoint } from '../../core/record/touchpoint.ts';
import { isBefore } from '../../core/values/civil-time.ts';
import { placeOfTags } from '../rendering/touchpoint-tags.ts';
import { addressHash } from '../saving/address-hash.ts';
import type { WithoutBook } from '../saving/engine.ts';
import type { SesEvent } from './ses-events.ts';

export type FeedbackPorts =
  | 'clock'
  | 'touchpoints'
  | 'addresses'
  | 'reputation'
  | 'intake'
  | 'keys'
  | 'log'
  | 'metrics';

/** Loads the touchpoints that a batch of events is about, by as few reads as can be. Keyed by touchpoint id. */
export async function loadTouchpoints(
  engine: WithoutBook<FeedbackPorts>,
  events: readonly SesEvent[],
): Promise<ReadonlyMap<string, RecordedTouchpoint>> {
  const keys = new Map<string, readonly [string, string]>();
  for (const event of events) {
    const touchpoint = touchpointOfEvent(event, engine.settings.store);
    if (touchpoint) keys.set(touchpoint.id, [touchpoint.customer, touchpoint.id]);
  }
  const found = await engine.world.touchpoints.loadMany([...keys.values()]);
  return new Map(found.map((touchpoint) => [touchpoint.id, touchpoint]));
}

/** Takes in one event. `known` is what {@link loadTouchpoints} found before the batch. */
export async function takeFeedback(
  engine: WithoutBook<FeedbackPorts>,
  event: SesEvent,
  known: ReadonlyMap<string, RecordedTouchpoint>,
): Promise<void> {
  const { world } = engine;
  await suppress(engine, event);
  await strike(engine, event);
  const touchpoint = touchpointOfEvent(event, engine.settings.store);
  if (!touchpoint) {
    world.log.did(`feedback of another mail: ${event.kind}`);
    return;
  }
  const before = known.get(touchpoint.id);
  const open = before === undefined || before.state === 'unknown';
  if (open && event.kind !== 'rejected') {
    await world.touchpoints.settle(touchpoint);
    world.log.did(`settled by feedback: ${event.kind}`);
  }
  if (isWorthNoting(event, before)) {
    await world.touchpoints.note(touchpoint.customer, touchpoint.id, event.kind, event.at);
  }
  await tellClick(engine, event, touchpoint, before);
  await tellComplaint(engine, event, touchpoint);
  if (event.kind === 'sent') world.metrics.count('SendReported');
  else if (!event.likelyBot) world.metrics.count(metricOf[event.kind], 1, touchpoint.scenario);
}

/**
 * Tells the engine of the first link of a message that she pressed herself. Told after it was noted, and once more
 * where the same click comes again: it is known by the message.
 */
async function tellClick(
  { world }: WithoutBook<FeedbackPorts>,
  event: SesEvent,
  { id, customer, scenario, step }: Touchpoint,
  before: RecordedTouchpoint | undefined,
): Promise<void> {
  const first = before?.feedback.clicked;
  if (event.kind !== 'clicked' || event.likelyBot || (first && !first.equals(event.at))) return;
  const detail = {
    eventId: `click-${id}`,
    occurredAt: event.at.toString(),
    customer: { id: customer },
    click: { touchpoint: id, scenario, step },
  };
  await world.intake.put([{ 'detail-type': 'MailClicked', detail }]);
}

/**
 * Who calls a mail spam wants no more of them: she withdraws her consent, by the same way as by her own word. The address
 * stays suppressed besides; where she comes back with another one, marketing still waits for her word.
 */
async function tellComplaint(
  { world }: WithoutBook<FeedbackPorts>,
  event: SesEvent,
  { id, customer }: Touchpoint,
): Promise<void> {
  if (event.kind !== 'complained') return;
  const detail = {
    eventId: `complaint-${id}-${event.at.epochMilliseconds}`,
    occurredAt: event.at.toString(),
    customer: { id: customer },
    consent: { granted: false, source: 'complaint' },
  } as const;
  await world.intake.put([{ 'detail-type': 'ConsentChanged', detail }]);
}

const metricOf = {
  delivered: 'Delivered',
  bounced: 'Bounced',
  complained: 'Complained',
  rejected: 'Rejected',
  clicked: 'Clicked',
} as const;

/** A delivery is only counted; trouble, and the first click of a person, are written. */
function isWorthNoting(
  event: SesEvent,
  before: RecordedTouchpoint | undefined,
): event is SesEvent & { kind: 'bounced' | 'complained' | 'rejected' | 'clicked' } {
  if (event.kind === 'sent' || event.kind === 'delivered' || event.likelyBot) return false;
  const first = before?.feedback[event.kind];
  return first === undefined || isBefore(event.at, first);
}

/** A hard bounce or a complaint stops every mail to the address. */
async function suppress(engine: WithoutBook<FeedbackPorts>, event: SesEvent): Promise<void> {
  if (event.badAddresses.length === 0) return;
  const because: Suppression['because'] = event.kind === 'complained' ? 'complaint' : 'hard-bounce';
  const keys = await engine.world.keys();
  for (const address of event.badAddresses) {
    await engine.world.addresses.suppress(addressHash(keys, address), 'all', { because, at: event.at });
  }
  engine.world.log.warn('suppressed', { because, addresses: event.badAddresses.length });
}

/** A soft bounce counts against its address for a while. */
async function strike(engine: WithoutBook<FeedbackPorts>, event: SesEvent): Promise<void> {
  if (event.softAddresses.length === 0) return;
  const keys = await engine.world.keys();
  for (const address of event.softAddresses) {
    await engine.world.addresses.strike(addressHash(keys, address), event.at);
  }
}

/** The touchpoint that a mail's tags speak of, as sent; none for mail that is not this store's scenarios'. */
export function touchpointOfEvent(event: SesEvent, store: string): Touchpoint | undefined {
  const { customer, touchpoint, enrolment, scenario, version, step, kind, template } = event.tags;
  if (event.tags.store !== store || !customer || !touchpoint || !enrolment || !scenario || !step)
    return undefined;
  if (kind !== 'transactional' && kind !== 'marketing') return undefined;
  if (version === undefined || !/^\d{1,9}$/.test(version)) return undefined;
  return {
    id: touchpoint,
    customer: Buffer.from(customer, 'base64url').toString('utf8'),
    enrolment,
    scenario,
    version: Number(version),
    step,
    kind,
    template: (template ?? '').replaceAll('__', '/'),
    ...placeOfTags(event.tags),
    state: 'sent',
    because: 'accepted',
    at: event.at,
    messageId: event.messageId,
  };
}
