/** The two lanes in which messages are sent; a lane never waits for the other. */
export const lanes = ['transactional', 'marketing'] as const;

export type Lane = (typeof lanes)[number];
