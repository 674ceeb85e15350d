import { expect, test } from 'vitest';
import { withAlarms } from '../../../shared/core/record/alarm/alarms.ts';
import {
  alarmsAgain,
  alarmsAnew,
  alarmsSaved,
  overdueIn,
} from '../../../shared/core/record/alarm/alarms-owed.ts';
import { rungAlarm } from '../../../shared/core/record/alarm/rung-alarm.ts';
import { armed, at, hana, lines, minuteAt, noon, run } from './alarm-lines.ts';

test('each lane has one alarm: the minute, rounded up, of what is due first beyond a quarter of an hour', () => {
  const customer = withAlarms(
    hana(
      run('near', '12:15:00'),
      run('second', '14:00:00'),
      run('first', '12:15:01'),
      run('gone', '12:20:00', 'marketing', true),
      run('order', '13:00:00.001', 'transactional'),
    ),
    noon,
  );
  expect(armed(customer)).toEqual(['2026-03-02T13:01:00Z', '2026-03-02T12:16:00Z']);
});

test('what is near touches no alarm, and whoever waits for nothing has none', () => {
  const near = hana(run('near', '12:10:00'));
  expect(withAlarms(near, noon)).toBe(near);
  expect(withAlarms(hana(), noon).alarms).toBeUndefined();
});

test('a due that is some minutes later leaves the alarm, an earlier one takes its place and remembers what it passed by', () => {
  const first = withAlarms(hana(run('a', '14:00:00')), noon);
  const later = { ...first, enrolments: [run('a', '14:03:59')] };
  expect(withAlarms(later, noon)).toBe(later);
  expect(alarmsSaved(first, later, noon)).toEqual([]);
  const sooner = withAlarms({ ...first, enrolments: [...first.enrolments, run('b', '13:00:00')] }, noon);
  expect(armed(sooner)[1]).toBe('2026-03-02T13:00:00Z');
  expect(sooner.alarms?.passed?.map(String)).toEqual(['2026-03-02T14:00:00Z']);
  expect(lines(alarmsSaved(first, sooner, noon))).toEqual(['alarm marketing 13:00:00 b']);
});

test('an alarm that rings puts its neighbours into the lane, and the next is armed', () => {
  const before = withAlarms(hana(run('a', '13:00:00'), run('b', '13:10:00'), run('c', '15:00:00')), noon);
  const now = at('13:00:20');
  const decided = { ...before, enrolments: [run('a', '18:00:00'), ...before.enrolments.slice(1)] };
  const saved = withAlarms(decided, now, at('13:00:00'));
  expect(armed(saved)[1]).toBe('2026-03-02T15:00:00Z');
  expect(lines(alarmsSaved(before, saved, now, at('13:00:00')))).toEqual([
    'lane marketing 13:10:00 b',
    'alarm marketing 15:00:00 c',
  ]);
});

test('an alarm that rings a little early stands no longer; one that was put off has not rung', () => {
  const message = { alarm: minuteAt('13:00:00') };
  expect(rungAlarm(message, at('12:58:00'))?.toString()).toBe('2026-03-02T13:00:00Z');
  expect(rungAlarm(message, at('12:57:29'))).toBeUndefined();
  expect(rungAlarm({}, at('13:00:00'))).toBeUndefined();
  const before = withAlarms(hana(run('a', '13:00:00')), noon);
  const decided = { ...before, enrolments: [run('a', '15:00:00')] };
  expect(armed(withAlarms(decided, at('12:59:30'), at('13:00:00')))[1]).toBe('2026-03-02T15:00:00Z');
});

test('an alarm that is over heals at the next save, whatever became of it', () => {
  const before = withAlarms(hana(run('lost', '13:00:00'), run('c', '15:00:00')), noon);
  const now = at('13:20:00');
  const saved = withAlarms({ ...before, seen: ['x'] }, now);
  expect(armed(saved)[1]).toBe('2026-03-02T15:00:00Z');
  expect(lines(alarmsSaved(before, saved, now))).toEqual([
    'lane marketing 13:00:00 lost',
    'alarm marketing 15:00:00 c',
  ]);
});

test('a repeat arms both alarms of the record once more, under the same names', () => {
  const customer = withAlarms(hana(run('a', '14:00:00'), run('order', '13:00:00', 'transactional')), noon);
  const [first, again] = [alarmsAgain(customer, noon), alarmsAgain(customer, at('12:40:00'))];
  expect(lines(first)).toEqual(['alarm transactional 13:00:00 order', 'alarm marketing 14:00:00 a']);
  expect(again).toEqual(first);
  expect(new Set(first.map((effect) => (effect.do === 'alarm' ? effect.name : ''))).size).toBe(2);
});

test('a stale alarm does no more than arm what is next', () => {
  const before = withAlarms(hana(run('a', '13:00:00')), noon);
  const moved = { ...before, enrolments: [run('a', '16:00:00')] };
  const rung = { alarm: minuteAt('13:00:00'), enrolment: 'a' };
  expect(lines(alarmsAgain(moved, at('13:00:05'), rung))).toEqual(['alarm marketing 16:00:00 a']);
});

test('a record of before alarms were kept is armed by its next save', () => {
  const old = hana(run('a', '14:00:00'));
  const saved = withAlarms({ ...old, seen: ['x'] }, noon);
  expect(lines(alarmsSaved(old, saved, noon))).toEqual(['alarm marketing 14:00:00 a']);
});

test('a look waits in the lane of marketing', () => {
  const customer = { ...hana(run('a', '16:00:00')), look: { arm: 3, due: at('14:00:30') } };
  const saved = withAlarms(customer, noon);
  expect(lines(alarmsSaved(customer, saved, noon))).toEqual(['alarm marketing 14:01:00 look']);
});

test('what is overdue comes in the place of its alarm, so that what is next is armed', () => {
  const customer = withAlarms(
    hana(run('a', '13:00:00'), run('b', '13:05:00'), run('order', '13:00:00', 'transactional')),
    noon,
  );
  const found = overdueIn(customer, at('13:30:00'));
  expect(lines(found)).toEqual([
    'lane transactional 13:00:00 order',
    'lane marketing 13:00:00 a',
    'lane marketing 13:05:00 b',
  ]);
  expect(found.map(({ message }) => message.alarm)).toEqual([
    minuteAt('13:00:00'),
    minuteAt('13:00:00'),
    undefined,
  ]);
});

test('where nothing is known of what still stands, all of it is armed anew', () => {
  const customer = withAlarms(hana(run('near', '12:05:00'), run('a', '14:00:00')), noon);
  expect(lines(alarmsAnew(customer, noon))).toEqual([
    'lane marketing 12:05:00 near',
    'alarm marketing 14:00:00 a',
  ]);
});

test('a message that was put off stands for the alarm of its own lane alone, until that has rung', () => {
  const customer = withAlarms(
    {
      ...hana(run('letter', '14:00:00'), run('order', '13:00:00', 'transactional')),
      look: { arm: 1, due: at('16:00:00') },
    },
    noon,
  );
  const again = (message: { alarm?: number; enrolment?: string }, now = noon) =>
    lines(alarmsAgain(customer, now, message));
  const [order, letter] = ['alarm transactional 13:00:00 order', 'alarm marketing 14:00:00 letter'];
  expect(again({ alarm: minuteAt('13:00:00'), enrolment: 'order' })).toEqual([order]);
  expect(again({ alarm: minuteAt('14:00:00'), enrolment: 'letter' })).toEqual([letter]);
  // A look is marketing's; a run that is no longer known may have been of either.
  expect(again({ alarm: minuteAt('16:00:00') })).toEqual([letter]);
  expect(again({ alarm: minuteAt('13:00:00'), enrolment: 'gone' })).toEqual([order, letter]);
  // A repeat of what was no alarm owes both, and so does an alarm that rings.
  expect(again({ enrolment: 'order' })).toEqual([order, letter]);
  const rings = { alarm: minuteAt('13:00:00'), enrolment: 'order' };
  expect(again(rings, at('12:59:30'))).toEqual(['lane transactional 13:00:00 order', letter]);
});
