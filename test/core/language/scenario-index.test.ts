import { expect, test } from 'vitest';
import { indexOf } from '../../../shared/core/language/scenario-index.ts';
import { marketing, transactional } from '../../support/scenarios.ts';

const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
const once = { oncePer: 'ever', whileRunning: 'ignore' } as const;

const all = [
  marketing({ id: 'letters' }),
  transactional({ id: 'thanks' }),
  marketing({ id: 'off', enabled: false }),
  marketing({ id: 'reviewed', trigger: { on: 'ReviewPosted' } }),
  marketing({ id: 'dormant', trigger: { segment: 'dormant' as never, when: 'entered', ...once } }),
  marketing({ id: 'awake', trigger: { segment: 'dormant' as never, when: 'left', ...once } }),
  marketing({
    id: 'birthday',
    trigger: { date: 'customer.birthday', day: 0, at: '10:00', yearly: true, ...once },
  }),
  marketing({
    id: 'month',
    trigger: { schedule: { on: '2026-12-01' }, at: '10:00', segment: 'vip' as never, ...once },
  }),
];

test('an event asks the scenarios that it begins, in the order of the book, and none that is switched off', () => {
  const index = indexOf(all);
  expect(ids(index.byEvent('OrderPlaced'))).toEqual(['letters', 'thanks']);
  expect(ids(index.byEvent('ReviewPosted'))).toEqual(['reviewed']);
  expect(index.byEvent('CartUpdated')).toEqual([]);
});

test('a segment asks those that coming to it begins, and others where she leaves it', () => {
  const index = indexOf(all);
  expect(ids(index.bySegment('dormant', 'entered'))).toEqual(['dormant']);
  expect(ids(index.bySegment('dormant', 'left'))).toEqual(['awake']);
  expect(index.bySegment('vip', 'entered')).toEqual([]);
});

test('the clock asks those of a date and of a schedule', () => {
  const index = indexOf(all);
  expect(ids(index.dated)).toEqual(['birthday']);
  expect(ids(index.scheduled)).toEqual(['month']);
  expect(ids(index.open)).not.toContain('off');
});
