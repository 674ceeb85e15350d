/**
 * The twelve lives as a practitioner asks for them. A line that is marked is looked at too: as soon as it comes true, or
 * its day changes, its mark has to go.
 */
import { describe, expect, test } from 'vitest';
import { lives } from '../../../shared/programs/lives/lives.ts';
import { type PlayedMessage, playedCalendar } from './played-calendar.ts';
import type { Unwanted } from './practice.ts';
import { practiceOfBuyers } from './practice-of-buyers.ts';
import { practiceOfOthers } from './practice-of-others.ts';

const practice = [...practiceOfBuyers, ...practiceOfOthers];

test('every life has its lines, in its order', () => {
  expect(practice.map(({ life }) => life)).toEqual(lives.map(({ id }) => id));
});

describe.each(practice)('$life', ({ life: id, should, mustNot }) => {
  const life = lives.find((one) => one.id === id);
  const sent = async () => {
    if (!life) throw new Error(`There is no life ${id}.`);
    return (await playedCalendar(life)).filter((one) => one.sent);
  };

  test('gets what it should on its day, and what waits is still to come', async () => {
    const calendar = await sent();
    const on = (day: number) => calendar.filter((one) => one.day === day);
    for (const line of should) {
      const names = on(line.day).map(({ template }) => template);
      if ('waitsFor' in line)
        expect(names.toSorted(), `D${line.day} ${line.tells}, waits for ${line.waitsFor}`).toEqual(
          line.today,
        );
      else {
        expect(names, `D${line.day}`).toContain(line.message);
        if (line.at !== undefined)
          expect(on(line.day).map(({ at, template }) => `${at} ${template}`)).toContain(
            `${line.at} ${line.message}`,
          );
      }
    }
  });

  test('gets nothing that it must not', async () => {
    const calendar = await sent();
    for (const line of mustNot) {
      const those = calendar.filter(within(line)).map(({ day, template }) => `D${day} ${template}`);
      if (line.today) expect(those, `${line.tells}, waits for ${line.waitsFor}`).toEqual(line.today);
      else expect(those.slice(line.atMost ?? 0), line.tells).toEqual([]);
    }
  });
});

const within =
  ({ messages, marketing, from = -1000, before = 1000 }: Unwanted) =>
  ({ template, day, kind }: PlayedMessage): boolean =>
    from <= day &&
    day < before &&
    (marketing === undefined || kind === 'marketing') &&
    messages.some((name) => template.startsWith(name));
