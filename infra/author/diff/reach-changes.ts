/** What becomes otherwise between two rehearsals of the same people: message by message, and for whom. */
import type { Fate } from '../reach/fates.ts';
import { timesEach } from '../reach/reach-sums.ts';
import type { Rehearsal } from '../reach/rehearse-lives.ts';

interface Reached {
  readonly should: number;
  readonly got: number;
}

interface ReachChange {
  /** `scenario/step` */
  readonly message: string;
  readonly before: Reached;
  readonly now: Reached;
  /** In how many variations of which life it becomes otherwise, most first. */
  readonly lives: readonly (readonly [string, number])[];
}

export interface ReachDifference {
  readonly before: Reached;
  readonly now: Reached;
  /** The most changed first. */
  readonly changes: readonly ReachChange[];
}

type ByPerson = ReadonlyMap<string, Reached>;

export function reachDifference(before: readonly Rehearsal[], now: readonly Rehearsal[]): ReachDifference {
  const [were, are] = [before, now].map((all) => all.flatMap(({ fates }) => fates)) as [Fate[], Fate[]];
  const [byMessageThen, byMessageNow] = [messagesOf(were), messagesOf(are)];
  const messages = new Set([...byMessageThen.keys(), ...byMessageNow.keys()]);
  const changes = [...messages].flatMap((message) => {
    const [then, since] = [byMessageThen.get(message) ?? [], byMessageNow.get(message) ?? []];
    const lives = changedLives(byPerson(then), byPerson(since));
    return lives.length === 0 ? [] : [{ message, before: sumOf(then), now: sumOf(since), lives }];
  });
  return {
    before: sumOf(were),
    now: sumOf(are),
    changes: changes.toSorted((a, b) => changed(b.lives) - changed(a.lives)),
  };
}

const messagesOf = (fates: readonly Fate[]) =>
  Map.groupBy(fates, ({ scenario, step }) => `${scenario}/${step}`);

const sumOf = (fates: readonly Fate[]): Reached => ({
  should: fates.length,
  got: fates.filter(({ got }) => got).length,
});

const byPerson = (fates: readonly Fate[]): ByPerson =>
  new Map([...Map.groupBy(fates, ({ life }) => life)].map(([life, those]) => [life, sumOf(those)]));

function changedLives(before: ByPerson, now: ByPerson): ReachChange['lives'] {
  const none: Reached = { should: 0, got: 0 };
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter((life) => {
    const [was, is] = [before.get(life) ?? none, now.get(life) ?? none];
    return was.should !== is.should || was.got !== is.got;
  });
  return timesEach(changed.map((life) => life.split('/')[0] ?? life));
}

const changed = (lives: ReachChange['lives']): number => lives.reduce((sum, [, times]) => sum + times, 0);
