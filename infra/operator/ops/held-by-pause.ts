/** How many messages a pause holds back, since when, and when the first order mail among them expires. */
import type { Temporal } from 'temporal-polyfill';
import { expiryOfPaused } from '../../../shared/core/contact-policy/paused-too-long.ts';
import { atPresent } from '../../../shared/core/enrolments/sleep/to-the-present.ts';
import { type Brakes, pausedIn } from '../../../shared/core/record/brakes.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import type { Surroundings } from '../../../shared/core/record/surroundings.ts';
import { earliest } from '../../../shared/core/values/civil-time.ts';
import { engineSettings } from '../../../shared/settings/engine-settings.ts';
import type { DeploymentWith, OpenDeployment } from '../composition.ts';
import { isNotUnderstood } from '../recovery/not-understood.ts';
import type { Bounded } from './status-parts.ts';

type Instant = Temporal.Instant;

export interface HeldByPause extends Bounded {
  readonly orderMail: number;
  readonly oldest?: Instant | undefined;
  /** Of the order mail. */
  readonly firstExpires?: Instant | undefined;
}

/** What is held asks again within the hour, of one run alone within six, and the scan finds it a quarter of an hour after. */
const asksAgainWithin = { hours: 1, minutes: 15 };
const runAsksAgainWithin = { hours: 6, minutes: 15 };
/** So many customers are read at most, by so many requests of a megabyte of records each. */
const most = { customers: 1_000, pages: 50 };

/** Asked only while something is paused; undefined where nothing is. */
export async function heldByPause(
  { ports, settings, book }: DeploymentWith<'rounds' | 'customers'> & Pick<OpenDeployment, 'book'>,
  brakes: Brakes,
  at: Instant,
): Promise<HeldByPause | undefined> {
  const paused = pausedIn(brakes);
  if (paused.length === 0) return undefined;
  const within = paused.some((what) => what.includes('/')) ? runAsksAgainWithin : asksAgainWithin;
  const { ids, orMore } = await waiting(ports.rounds, at.add(within));
  const around = { settings: engineSettings(settings), book: book(), at };
  const found: Customer[] = [];
  for (let start = 0; start < ids.length; start += 20) {
    const page = ids.slice(start, start + 20).map((id) => ports.customers.load(id).catch(leftOut));
    for (const customer of await Promise.all(page)) if (customer) found.push(atPresent(customer, around));
  }
  return { ...countHeld(found, around), orMore };
}

function leftOut(error: unknown): undefined {
  if (!isNotUnderstood(error)) throw error;
}

async function waiting(rounds: Pick<DeploymentWith<'rounds'>['ports']['rounds'], 'asleep'>, before: Instant) {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < most.pages; page += 1) {
    const { ids: more, next } = await rounds.asleep(cursor, before);
    ids.push(...more);
    cursor = next;
    if (cursor === undefined || ids.length >= most.customers) break;
  }
  return { ids: ids.slice(0, most.customers), orMore: cursor !== undefined || ids.length > most.customers };
}

/** Counts what these customers' enrolments hold because of a pause. */
function countHeld(customers: readonly Customer[], around: Surroundings): Omit<HeldByPause, 'orMore'> {
  const held = customers.flatMap((customer) =>
    customer.enrolments
      .filter((enrolment) => enrolment.held === 'paused' && !enrolment.ended)
      .map((enrolment) => ({ enrolment, expires: expiryOfPaused(customer, enrolment, around) })),
  );
  const orders = held.filter(({ enrolment }) => enrolment.lane === 'transactional');
  return {
    count: held.length,
    orderMail: orders.length,
    oldest: earliest(held.map(({ enrolment }) => enrolment.since)),
    firstExpires: earliest(orders.flatMap(({ expires }) => expires ?? [])),
  };
}
