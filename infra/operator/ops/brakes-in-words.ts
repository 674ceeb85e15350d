/** What is paused, by whom, why, since when and until when: one line. */
import {
  type Brakes,
  isJudgedKind,
  judgedOf,
  type Pause,
  pausedIn,
} from '../../../shared/core/record/brakes.ts';
import { tripInWords } from '../../../shared/core/record/breaker.ts';
import type { JudgedKind } from '../../../shared/core/values/judged-kind.ts';
import { toTheMinute } from './to-the-minute.ts';

const inWords: Readonly<Record<JudgedKind | 'all', string>> = {
  all: 'all mail',
  unconfirmed: 'unconfirmed people’s mail and the sign-up form',
  marketing: 'marketing mail',
  transactional: 'order mail',
};

export function brakesInWords(brakes: Brakes): string {
  const parts = pausedIn(brakes).map((what) => {
    const trip = isJudgedKind(what) ? judgedOf(brakes, what).breaker : undefined;
    const name = what === 'all' || isJudgedKind(what) ? inWords[what] : `scenario ${what}`;
    return `${name}${trip ? ` (by the breaker, ${toTheMinute(trip.at)}: ${tripInWords(trip)})` : pauseInWords(brakes.pauses?.[what])}`;
  });
  return parts.length === 0 ? 'nothing is paused' : `paused: ${parts.join(', ')}`;
}

function pauseInWords(pause: Pause | undefined): string {
  if (!pause) return '';
  const { by, because, since, until } = pause;
  const end = until ? `until ${toTheMinute(until)}` : 'until somebody resumes it';
  return ` (by ${by} since ${toTheMinute(since)}, ${end}: ${because})`;
}
