/** Words that stand for one of a few things are read in any spelling; one that nobody knows is refused by its field. */
import { expect, test } from 'vitest';
import { parseEvent } from '../../../shared/core/events/event-schema.ts';
import { at } from '../../support/events.ts';
import { storeWith } from '../../support/given.ts';

const noon = at('2026-03-02 12:00');
const told = (wishes: object) => {
  const detail = { eventId: 'e-1', occurredAt: noon.toString(), customer: { id: 'c-1' }, wishes };
  const event = parseEvent('CustomerUpdated', detail, noon);
  return event && storeWith([]).given(event).customer.wishes;
};

test.each(['weekly', 'Weekly', ' WEEKLY ', 'ｗｅｅｋｌｙ'])(
  'a wish for "%s" is one for a mail a week',
  (frequency) => {
    expect(told({ frequency })).toMatchObject({ frequency: 'weekly' });
  },
);

test.each(['monthly', 'never', '週1回', ''])(
  'a wish for "%s" is refused: it asked for less than nothing said',
  (frequency) => {
    expect(() => told({ frequency })).toThrow(
      'CustomerUpdated: a wish has an unknown word in wishes.frequency; known: all, weekly',
    );
  },
);

test('a pause until a day ends as that day begins where the customer lives', () => {
  expect(told({ pausedUntil: '2026-03-24' })?.pausedUntil).toEqual(at('2026-03-24 00:00'));
  expect(told({ pausedUntil: '2026-03-24T09:00:00Z' })?.pausedUntil).toEqual(at('2026-03-24 18:00'));
});

test.each(['next week', '2026-03-24T09:00:00', '24.3.2026', '2026-02-30', ''])(
  'a pause until "%s" is refused, not ended',
  (pausedUntil) => {
    expect(() => told({ pausedUntil })).toThrow('wishes.pausedUntil is a day, or a time with an offset');
  },
);
