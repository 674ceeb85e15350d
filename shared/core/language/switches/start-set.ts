/** With how much of the library a store begins. */
export const startSets = ['starter-small', 'starter-growing', 'subscription', 'everything'] as const;

export type StartSet = (typeof startSets)[number];

/** Everything is in the last one. */
export const listedSets = [
  'starter-small',
  'starter-growing',
  'subscription',
] as const satisfies readonly StartSet[];

export type ListedSet = (typeof listedSets)[number];

/** True for a scenario that a store which begins with the set lets people into; one that names no sets is the store's own. */
export const isInStartSet = (listed: readonly ListedSet[] | undefined, start: StartSet): boolean =>
  listed === undefined || start === 'everything' || listed.includes(start);
