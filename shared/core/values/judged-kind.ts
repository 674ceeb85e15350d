/** The kinds of mail that the breaker judges each by itself, in the order in which it stops them. */
export const judgedKinds = ['unconfirmed', 'marketing', 'transactional'] as const;

/**
 * `unconfirmed`: asks whoever reads an address whether it was they, or goes to somebody of whom nothing else is known:
 * anybody can cause it. `transactional`: all other mail about orders and the like.
 */
export type JudgedKind = (typeof judgedKinds)[number];
