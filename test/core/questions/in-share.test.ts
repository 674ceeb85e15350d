import { expect, test } from 'vitest';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { isInShare } from '../../../shared/core/questions/in-share.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { marketing } from '../../support/scenarios.ts';

const customers = Array.from({ length: 1000 }, (_, n) => newCustomer('mori', `c-${n}`));
const share = (id: string, limit: Scenario['limit']) =>
  customers.filter((customer) => isInShare({ ...marketing(), id, ...(limit && { limit }) }, customer));

test('without a share everybody is in', () => {
  expect(share('welcome', undefined)).toEqual(customers);
});

test('a percentage takes other customers for each scenario', () => {
  const [welcome, sale] = [share('welcome', { percent: 10 }), share('sale', { percent: 10 })];
  expect(welcome.length).toBeGreaterThan(60);
  expect(welcome.length).toBeLessThan(140);
  expect(welcome.filter((one) => sale.includes(one)).length).toBeLessThan(40);
});

test('pilots are the same customers for each scenario, and more of them hold the fewer', () => {
  const pilots = share('welcome', { pilot: 10 });
  expect(pilots.length).toBeGreaterThan(60);
  expect(share('sale', { pilot: 10 })).toEqual(pilots);
  expect(share('sale', { pilot: 20 })).toEqual(expect.arrayContaining(pilots));
});

test('both together let in the pilots that the percentage takes', () => {
  const both = share('sale', { pilot: 50, percent: 50 });
  expect(both).toEqual(
    share('sale', { pilot: 50 }).filter((one) => share('sale', { percent: 50 }).includes(one)),
  );
});
