/** The two lanes in which messages are sent; a lane never waits for the other. */
export const lanes = ['transactional', 'marketing'] as const;

/** The longest delay of a lane's message, in seconds: that of an SQS queue. */
export const laneHolds_s = 900;

export type Lane = (typeof lanes)[number];
