/**
 * A rhythm: the days of one kind of goods, by name. Where it is in force, a day of a scenario or a segment that names one of them
 * is the rhythm's; every other day, and all of them in `classic`, stay as they are written.
 */

/** In force where no fact chooses another: it has no days of its own. */
export const classic = 'classic';

/** Those that scenarios and segments may name. */
export const dayNames = [
  'use',
  'trouble',
  'settled',
  'voices',
  'continue',
  'company',
  'product',
  'safety',
  'assurance',
  'habit',
  'effect',
  'dormant',
  'churned',
] as const;
export type DayName = (typeof dayNames)[number];

/** The earliest of those that are known. */
interface BoundDay {
  readonly day: number;
  /** So many days before the store takes nothing back any more: the fact `returnDays` less these. */
  readonly beforeReturnsEnd?: number;
  /** This share of the days that the goods of the order last, 1 being the last of them. */
  readonly ofSupply?: number;
}

export type Rhythm = Readonly<Partial<Record<DayName, number | BoundDay>>>;

/** By name. */
export type Rhythms = Readonly<Record<string, Rhythm>>;

/** What the facts say of it. */
export interface RhythmFacts {
  /** Which rhythm is in force; `classic` unless given. */
  readonly rhythm?: string;
  /** Beside those that ship; one of the same name replaces it. */
  readonly rhythms?: Rhythms;
  /** How many days after its arrival the store takes a parcel back; unknown unless given. */
  readonly returnDays?: number;
}

export interface RhythmInForce {
  readonly name: string;
  readonly days: Rhythm;
  readonly returnDays?: number | undefined;
}

/** Thrown where the facts choose a rhythm that is not there, or one says something that is no day. */
export class WrongRhythm extends Error {
  override readonly name = 'WrongRhythm';
  readonly code = 'WRONG_RHYTHM';
}

/** The rhythm that the facts choose; later facts go over earlier ones. Throws {@link WrongRhythm}. */
export function rhythmInForce(...facts: readonly (RhythmFacts | undefined)[]): RhythmInForce {
  const all: Rhythms = Object.assign({}, ...facts.map((one) => one?.rhythms));
  const { rhythm: name = classic, returnDays }: RhythmFacts = Object.assign({}, ...facts);
  const names = [...new Set([classic, ...Object.keys(all)])];
  if (Object.hasOwn(all, classic))
    throw new WrongRhythm(`"${classic}" is every day as it is written: give a rhythm of yours another name.`);
  for (const [of, days] of Object.entries(all)) for (const fault of faultsOf(of, days)) throw fault;
  if (returnDays !== undefined && !isCount(returnDays, 0))
    throw new WrongRhythm(`The fact "returnDays" is ${returnDays}: give whole days, or leave it out.`);
  if (!names.includes(name))
    throw new WrongRhythm(`There is no rhythm "${name}": choose one of ${names.join(', ')}.`);
  return { name, days: all[name] ?? {}, returnDays };
}

/** Nothing waits longer. */
const maxDays = 3650;
const isCount = (days: unknown, from: number): boolean =>
  typeof days === 'number' && Number.isInteger(days) && days >= from && days <= maxDays;

function faultsOf(rhythm: string, days: Rhythm): WrongRhythm[] {
  return Object.entries(days).flatMap(([name, day]) => {
    const { day: latest, beforeReturnsEnd = 0, ofSupply = 1 } = typeof day === 'number' ? { day } : day;
    if (!(dayNames as readonly string[]).includes(name))
      return [
        new WrongRhythm(`Rhythm "${rhythm}": there is no day "${name}": name one of ${dayNames.join(', ')}.`),
      ];
    const isRight = isCount(latest, 0) && isCount(beforeReturnsEnd, 0) && ofSupply > 0 && ofSupply <= 1;
    return isRight
      ? []
      : [new WrongRhythm(`Rhythm "${rhythm}", day "${name}": give whole days from 0, and a share up to 1.`)];
  });
}
