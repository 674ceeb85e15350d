/** One pass through everything that happens to a customer, each kind of work counted by itself. */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type Lab, startLab } from '../../../../infra/proof/bench/lab/lab.ts';
import { libraries } from '../../../../infra/proof/bench/lab/play-bill.ts';
import { wantedPattern } from '../../../../infra/stack/bus/event-pattern.ts';
import { scenarios, segments } from '../../../../shared/library.ts';
import { localSettings } from '../../../../shared/settings/local-settings.ts';
import { dueOf_ms, NotWhatWasCounted, type Pages, Shop, together } from './shop.ts';

const kinds = {
  'event-first': 'event that lets in, the first of a customer',
  'event-known': 'event that lets in, a known customer',
  'event-moves': 'event that changes a waiting step',
  'event-repeat': 'event that changes nothing (a repeat)',
  'event-unwanted': 'event that nobody wants',
  'step-sent': 'sent step, record of 2 KB',
  'step-thanks': 'sent step at once, the last of its enrolment',
  'step-skipped': 'skipped step',
  'step-held': 'held step',
  unsubscribe: 'unsubscribe',
  'feedback-sent': 'SES: sent, of a settled mail',
  'feedback-delivered': 'SES: delivered, of a settled mail',
  'feedback-both': 'SES: sent and delivered in one batch, of a settled mail',
  'feedback-bounced': 'SES: hard bounce',
  'sweep-idle': 'sweep, nothing overdue',
} as const;

export type MeasuredKind = keyof typeof kinds;

/** What `of` pieces of one kind came to. */
interface Measured extends Pages {
  readonly of: number;
}

export type Measurements = Readonly<Record<MeasuredKind, Measured>>;

/** Noon in Tokyo, so that no quiet hours are near. */
const startAt = Temporal.Instant.from('2026-03-02T03:00:00Z');
/** Room for the record of a sent step, in bytes: the budget speaks of 2 KB. */
const record_bytes = 2048;
/** Below it by so much, for what else the record gains on its way; any size above 1 KB costs the same. */
const slack_bytes = 100;
/** A record keeps no more attributes than that, with their names. */
const mostNote_bytes = 1000;
const cohort = Array.from({ length: 20 }, (_, nth) => `c-${String(nth).padStart(2, '0')}`);
const probe = ['c-pp'];
const nothing = together([]);

function expect(holds: boolean, what: string): void {
  if (!holds)
    throw new NotWhatWasCounted(`The bench expected ${what}. Look at test/infra/proof/bench/measure.ts.`);
}

const timersOf = ({ outgoing }: Pages) => outgoing.filter((one) => one.by === 'timer');
/** So long after a timer was due. */
const hoursAfter = (timer: { readonly due_ms: number } | undefined, hours: number) =>
  timer && Temporal.Instant.fromEpochMilliseconds(timer.due_ms).add({ hours });
const atOnce = ({ outgoing }: Pages) => outgoing.filter(({ by }) => by === 'function');
const countOf = (pages: Pages, request: string) => pages.requests[request] ?? 0;

/** Measures every kind of work on the real handlers. Throws {@link NotWhatWasCounted} where the product acts otherwise. */
export async function measure(): Promise<Measurements> {
  const lab = await startLab(localSettings({ scenarios: libraries['two-stories'] }), startAt);
  try {
    const shop = new Shop(lab);
    await warmUp(shop);
    const events = await measureEvents(shop);
    return { ...events.measured, ...(await measureSteps(shop, events.known)) } as Measurements;
  } finally {
    await lab.stop();
  }
}

/**
 * The secret and the brakes are read once in a while, not for each message, and a new library is looked through once by
 * everybody: here before anything is counted.
 */
async function warmUp(shop: Shop): Promise<void> {
  await shop.play(atOnce(await shop.put(['warm'], shop.order('OrderPlaced', 'o1'))));
  await shop.notify([], []);
  await shop.lab.invoke('reconcile', {});
}

const later = (lab: Lab, duration: Temporal.DurationLike) => {
  lab.now = lab.now.add(duration);
};

async function measureEvents(shop: Shop) {
  const { lab } = shop;
  const everyone = [...cohort, ...probe];
  const first = await shop.put(cohort, shop.order('OrderPlaced', 'o1'));
  const firstProbe = await shop.put(probe, shop.order('OrderPlaced', 'o1'));
  const thanks = await shop.play(atOnce(first));
  await shop.play(atOnce(firstProbe));
  expect(thanks.mails.length === cohort.length, 'a thank-you for each order');
  later(lab, { hours: 5 });
  const repeat = await shop.put(cohort, shop.order('OrderPlaced', 'o1'));
  later(lab, { hours: 20 });
  const known = await shop.put(cohort, shop.order('OrderPlaced', 'o2'));
  const knownProbe = await shop.put(probe, shop.order('OrderPlaced', 'o2'));
  await shop.play([...atOnce(known), ...atOnce(knownProbe)]);
  later(lab, { hours: 26 });
  const moves = await shop.put(everyone, shop.order('OrderShipped', 'o2'));
  const pattern = wantedPattern(lab.settings, { scenarios, segments });
  expect(!pattern['detail-type'].includes('SaleAnnounced'), 'a sale to be unwanted');
  const sweep = together([await lab.invoke('reconcile', {})]);
  // It begins the round of the hour, and pushes nobody.
  expect(countOf(sweep, 'dynamodb.UpdateItem') === 1, 'nothing to be overdue');
  const of = cohort.length;
  const measured = {
    'event-first': { ...first, of },
    'event-known': { ...known, of },
    'event-moves': { ...moves, of: everyone.length },
    'event-repeat': { ...repeat, of },
    'event-unwanted': { ...nothing, of: 1 },
    'step-thanks': { ...thanks, of },
    'sweep-idle': { ...sweep, of: 1 },
  };
  await shop.play(atOnce(moves));
  const alarms = [first, firstProbe, known, knownProbe, moves].flatMap(timersOf);
  return { measured, known: alarms };
}

/** Rings the customers' alarms, the earliest first, until all of them get a letter: one that is stale arms the next. */
async function untilLetters(shop: Shop, alarms: Pages['outgoing'], of: number): Promise<Pages> {
  let waiting = [...alarms];
  for (let round = 0; round < mostRounds; round += 1) {
    const next = firstOfEach(waiting);
    const played = await shop.play(next);
    if (played.mails.length === of) return played;
    waiting = [...waiting.filter((one) => !next.includes(one)), ...timersOf(played)];
  }
  throw new NotWhatWasCounted('The bench expected a letter after a few alarms.');
}

const mostRounds = 9;

function firstOfEach(waiting: Pages['outgoing']): Pages['outgoing'] {
  const first = new Map<string, Pages['outgoing'][number]>();
  for (const one of waiting.toSorted((a, b) => dueOf_ms(a) - dueOf_ms(b))) {
    const { customer } = JSON.parse(one.body) as { customer: string };
    if (!first.has(customer)) first.set(customer, one);
  }
  return [...first.values()];
}

async function measureSteps(shop: Shop, alarms: Pages['outgoing']) {
  const of = cohort.length;
  const isProbes = ({ body }: { readonly body: string }) => probe.some((id) => body.includes(`"${id}"`));
  const probes = await untilLetters(shop, alarms.filter(isProbes), probe.length);
  const small = Math.max(...probes.records_bytes);
  await shop.put(cohort, shop.attributes({ note: noteOf(record_bytes - small - slack_bytes) }));
  const mine = alarms.filter((one) => !isProbes(one));
  const sent = await untilLetters(shop, mine, of);
  expect(sent.mails.length === of, 'a letter to each customer');
  const fits = sent.records_bytes.every((size) => size <= record_bytes && size > record_bytes / 2);
  expect(fits, `records of the second kilobyte, not of ${Math.max(...sent.records_bytes)} bytes`);
  const feedback = await measureFeedback(shop, sent);
  const gone = sent.mails.slice(10);
  const next = timersOf(sent);
  const held = await shop.play(next.slice(0, 10), hoursAfter(next[0], 12));
  expect(held.mails.length === 0 && timersOf(held).length === 10, 'letters held through the night');
  const skipped = await shop.play(next.slice(10), hoursAfter(next[10], 72));
  const touched = countOf(skipped, 'dynamodb.UpdateItem');
  expect(skipped.mails.length === 0 && touched === gone.length, 'letters skipped as too late');
  const unsubscribe = await shop.unsubscribe(gone);
  return {
    'step-sent': { ...sent, of },
    'step-held': { ...held, of: 10 },
    'step-skipped': { ...skipped, of: gone.length },
    unsubscribe: { ...unsubscribe, of: gone.length },
    ...feedback,
  };
}

/** A text that takes about so much room in a compressed record: hashes in Base64, of which nothing is said twice. */
function noteOf(room_bytes: number): string {
  const lineOf = (_: unknown, nth: number) => createHash('sha256').update(String(nth)).digest('base64url');
  const text = Array.from({ length: Math.ceil(room_bytes / 16) }, lineOf).join('');
  return text.slice(0, Math.min(mostNote_bytes, Math.floor((room_bytes * 4) / 3)));
}

async function measureFeedback(shop: Shop, { mails }: Pages) {
  const bouncing = mails
    .slice(0, 10)
    .map((mail, nth) => ({ ...mail, to: [`bounce+${nth}@simulator.amazonses.com`] }));
  const sent = await shop.notify(mails, ['Email Sent']);
  const delivered = await shop.notify(mails, ['Email Delivered']);
  const both = await shop.notify(mails, ['Email Sent', 'Email Delivered']);
  const bounced = await shop.notify(bouncing, ['Email Bounced']);
  return {
    'feedback-sent': { ...sent, of: mails.length },
    'feedback-delivered': { ...delivered, of: mails.length },
    'feedback-both': { ...both, of: mails.length },
    'feedback-bounced': { ...bounced, of: bouncing.length },
  };
}
