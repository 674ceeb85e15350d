/** Tells of points that expire and of a rank reached or at risk. */
import type { Program } from '../../core/language/program.ts';
import { messages } from './messages.ts';
import { pointsExpiry } from './points-expiry.ts';
import { pointsIdeas } from './points-ideas.ts';
import { rankKeep } from './rank-keep.ts';
import { rankReached } from './rank-reached.ts';

export const program = {
  scenarios: [pointsExpiry, pointsIdeas, rankReached, rankKeep],
  messages,
} as const satisfies Program;
