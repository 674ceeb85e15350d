/** Cases that other engines are known to get wrong, and that no other test here holds by itself. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { eventNames } from '../../../shared/core/events/event-catalogue.ts';
import { attributeTypes } from '../../../shared/core/language/attribute-types.ts';
import { minutes } from '../../../shared/core/values/duration.ts';
import { cancelled, placed } from '../../support/events.ts';
import { storeWith } from '../../support/given.ts';
import { send, transactional, waitFor } from '../../support/scenarios.ts';

const mondays = transactional({
  steps: [{ id: 'w', kind: 'wait', next: ['mon'], at: '08:00' }, send('thanks')],
});

test.each(['Asia/Tokyo', 'America/New_York', 'Europe/London', 'Australia/Sydney', 'Australia/Lord_Howe'])(
  'Mondays at 08:00 are Mondays at 08:00 in %s, also in the weeks in which clocks change',
  (timeZone) => {
    // The days before and after the turns of 2026: 8 March, 29 March, 5 April, 4 October, 25 October, 1 November.
    for (const day of ['2026-03-07', '2026-03-28', '2026-04-04', '2026-10-03', '2026-10-24', '2026-10-31']) {
      const { customer } = storeWith([mondays]).given(
        placed('o-1', `${day} 12:30`, { customer: { timeZone } }),
      );
      const due = customer.enrolments[0]?.due.toZonedDateTimeISO(timeZone);
      expect([due?.dayOfWeek, due?.toPlainTime().toString()]).toEqual([1, '08:00:00']);
      const ordered = Temporal.PlainDateTime.from(`${day}T12:30`).toZonedDateTime('Asia/Tokyo');
      expect(ordered.until(due as Temporal.ZonedDateTime).total('days')).toBeLessThan(7.1);
    }
  },
);

test('what ends the story of order 1 leaves that of order 10 alone', () => {
  const scenario = transactional({
    exitOn: ['OrderCancelled'],
    steps: [waitFor('moment', minutes(30)), send('thanks')],
  });
  storeWith([scenario])
    .given(placed('1', '2026-03-02 12:30'), placed('10', '2026-03-02 12:31'))
    .when(cancelled('1', '2026-03-02 12:32'))
    .then({ running: ['thanks@moment until 2026-03-02 13:01'] });
});

test('nothing can be asked of an opening, which a machine does as well: no event and no attribute tells of it', () => {
  const names = [...eventNames, ...Object.keys(attributeTypes)];
  expect(names.length).toBeGreaterThan(80);
  expect(names.filter((name) => /open(s|ed)?\b|Open/.test(name))).toEqual([]);
});
