/** The exact calendars of the twelve lives: every message of each, sent, held or not sent and why. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lives } from '../../../shared/programs/lives/lives.ts';
import { calendarLine, playedCalendar } from './played-calendar.ts';

const written = (id: string) => readFileSync(`test/programs/lives/calendars/${id}.txt`, 'utf8');

describe('what is in a calendar goes on that day, and nothing else does', () => {
  test.each(lives)('$id', async (life) => {
    const played = await playedCalendar(life);
    // What several got in the same minute has no order of its own.
    const lines = (text: readonly string[]) => text.toSorted();
    expect(lines(played.map(calendarLine))).toEqual(lines(written(life.id).trimEnd().split('\n')));
  });
});
