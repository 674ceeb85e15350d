/** Open support cases. A case is open while its last request is later than its last solution, whichever comes first. */
import type { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../events/event.ts';
import type { Customer } from '../record/customer.ts';
import { newest } from '../values/bounded-list.ts';
import { isBefore } from '../values/civil-time.ts';

const most = { entries: 8, bytes: 1536 };

interface Case {
  readonly id: string;
  readonly at: Temporal.Instant;
}

export function withHelp(customer: Customer, event: StoreEvent): Customer {
  const id = event.detail.help?.id;
  if (id === undefined) return customer;
  const stated = { id, at: event.occurredAt };
  const over = customer.helpsOver ?? [];
  if (event.name === 'HelpResolved') {
    const helps = customer.helps.filter((open) => open.id !== id || isBefore(stated.at, open.at));
    return { ...customer, helps, helpsOver: withLatest(over, stated) };
  }
  if (event.name !== 'HelpRequested') return customer;
  const solved = over.some((one) => one.id === id && !isBefore(one.at, stated.at));
  return solved ? customer : { ...customer, helps: withLatest(customer.helps, stated) };
}

function withLatest(cases: readonly Case[], stated: Case): readonly Case[] {
  const known = cases.find(({ id }) => id === stated.id);
  if (known && !isBefore(known.at, stated.at)) return cases;
  return newest([...cases.filter((one) => one !== known), stated], most, ({ id }) => id);
}
