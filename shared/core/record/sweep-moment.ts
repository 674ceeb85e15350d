/** From when the sweep may ask for a customer: derived here and nowhere else, from what the record waits for. */
import type { Temporal } from 'temporal-polyfill';
import type { ScenarioBook } from '../language/scenario-book.ts';
import { earliest } from '../values/civil-time.ts';
import type { Customer, Enrolment } from './customer.ts';
import type { Lane } from './touchpoint.ts';

type Instant = Temporal.Instant;

/** Each 15 minutes after a due: by then its timer should have come. Left out where nothing of that kind is waited for. */
export interface Waking {
  /** Of the transactional lane alone, kept in the sparse index and found within half an hour. */
  readonly transactional?: Instant | undefined;
  /** Of whatever is waited for, looks too: found by a scan. */
  readonly any?: Instant | undefined;
}

const grace_minutes = 15;

/** @param book without it, every enrolment counts as transactional: found sooner than need be, never later */
export function wakingOf(customer: Customer, book: ScenarioBook | undefined): Waking {
  const open = customer.enrolments.filter((enrolment) => !enrolment.ended);
  const transactional = open.filter((enrolment) => laneOf(enrolment, book) === 'transactional');
  const dues = open.map(({ due }) => due);
  return {
    transactional: overdue(transactional.map(({ due }) => due)),
    any: overdue(customer.look?.due ? [...dues, customer.look.due] : dues),
  };
}

const overdue = (dues: readonly Instant[]) => earliest(dues)?.add({ minutes: grace_minutes });

/** The lane an enrolment's messages go by. One whose scenario is not in the book must not wait for the slower sweep. */
export function laneOf(
  { scenario, version }: Pick<Enrolment, 'scenario' | 'version'>,
  book: ScenarioBook | undefined,
): Lane {
  if (book?.has(scenario, version)) return book.find(scenario, version).kind;
  return book?.current.find(({ id }) => id === scenario)?.kind ?? 'transactional';
}
