/** An alarm that nothing is due by any more, and what must not be taken back with it. */
import { expect, test } from 'vitest';
import { alarmNamesOf } from '../../../shared/core/enrolments/erase-enrolments.ts';
import { nameOfAlarm } from '../../../shared/core/record/alarm/alarm-names.ts';
import { withAlarms } from '../../../shared/core/record/alarm/alarms.ts';
import { alarmsAgain, alarmsSaved } from '../../../shared/core/record/alarm/alarms-owed.ts';
import type { Customer, Enrolment } from '../../../shared/core/record/customer.ts';
import type { Lane } from '../../../shared/core/values/lane.ts';
import { armed, at, hana, lines, noon, run } from './alarm-lines.ts';

const nameAt = (customer: Customer, time: string, lane: Lane = 'marketing') =>
  nameOfAlarm(customer, lane, at(time));

test('where nothing is due for a while beyond it, an alarm is taken back, and what is next is armed', () => {
  const first = withAlarms(hana(run('a', '14:00:00'), run('o', '14:00:00', 'transactional')), noon);
  const putOff = withAlarms(
    { ...first, enrolments: [run('a', '16:00:00'), first.enrolments[1] as Enrolment] },
    noon,
  );
  expect(armed(putOff)).toEqual(['2026-03-02T14:00:00Z', '2026-03-02T16:00:00Z']);
  expect(putOff.alarms?.passed).toBeUndefined();
  expect(lines(alarmsSaved(first, putOff, noon))).toEqual([
    'alarm marketing 16:00:00 a',
    `off ${nameAt(first, '14:00:00')}`,
  ]);
  const over = withAlarms({ ...putOff, enrolments: [] }, noon);
  expect(armed(over)).toEqual([undefined, undefined]);
  expect(lines(alarmsSaved(putOff, over, noon)).sort()).toEqual(
    [`off ${nameAt(putOff, '14:00:00', 'transactional')}`, `off ${nameAt(putOff, '16:00:00')}`].sort(),
  );
});

test('what is taken back and armed once more for the same minute bears another name', () => {
  const first = withAlarms(hana(run('a', '14:00:00')), noon);
  const putOff = withAlarms({ ...first, enrolments: [run('a', '16:00:00')] }, noon);
  const again = withAlarms({ ...putOff, enrolments: [run('b', '14:00:00')] }, noon);
  expect(armed(again)[1]).toBe('2026-03-02T14:00:00Z');
  const names = [first, again].map((customer) => nameAt(customer, '14:00:00'));
  expect(new Set(names).size).toBe(2);
  expect(alarmsSaved(putOff, again, noon)).toMatchObject([{ do: 'alarm', name: names[1] }]);
  // A repeat arms it by the same name.
  expect(alarmsAgain(again, noon)).toMatchObject([{ name: names[1] }]);
});

test('what an alarm has passed by is taken back with it, and an erasure knows what is left', () => {
  const first = withAlarms(hana(run('a', '15:00:00')), noon);
  const sooner = withAlarms({ ...first, enrolments: [run('a', '15:00:00'), run('b', '13:00:00')] }, noon);
  const later = withAlarms({ ...sooner, enrolments: [run('c', '18:00:00')] }, noon);
  expect(lines(alarmsSaved(sooner, later, noon))).toEqual([
    'alarm marketing 18:00:00 c',
    `off ${nameAt(first, '13:00:00')}`,
    `off ${nameAt(first, '15:00:00')}`,
  ]);
  expect(alarmNamesOf(later)).toContain(nameAt(later, '18:00:00'));
});

test.each([
  ['is near by now, and may have no other', [run('a', '12:12:00'), run('b', '18:00:00')]],
  ['is overdue', [run('a', '11:59:00'), run('b', '18:00:00')]],
])('an alarm is not taken back while something of its lane %s', (_, enrolments) => {
  const known = withAlarms(hana(run('z', '12:10:00')), at('11:00:00'));
  const next = withAlarms({ ...known, enrolments }, noon);
  expect(armed(next)[1]).toBe('2026-03-02T12:10:00Z');
  expect(alarmsSaved(known, next, noon)).toEqual([]);
});
