import { expect, test } from 'vitest';
import { Dealer } from '../../../../infra/proof/faults/dealer.ts';
import {
  drawTable,
  type FaultRow,
  faultAt,
  faultKinds,
  services,
} from '../../../../infra/proof/faults/fault-table.ts';

test('a seed always draws the same table, and another seed another', () => {
  expect(drawTable(7)).toEqual(drawTable(7));
  expect(drawTable(8)).not.toEqual(drawTable(7));
});

test('every fault can happen to every service, but the storefront is neither killed nor left hanging', () => {
  const table = drawTable(7);
  const never = services.flatMap((service) =>
    faultKinds.filter((kind) => table[service][kind] === 0).map((kind) => `${service}.${kind}`),
  );
  expect(never).toEqual(['events.kill-before', 'events.kill-after', 'events.hang']);
});

test('a draw falls on a fault as often as its row says', () => {
  const row: FaultRow = { ...drawTable(7).events, drop: 0.1, delay: 0.2 };
  expect(faultAt(row, 0)).toBe('drop');
  expect(faultAt(row, 0.0999)).toBe('drop');
  expect(faultAt(row, 0.1)).toBe('delay');
  expect(faultAt(row, 0.2999)).toBe('delay');
  expect(faultAt(row, 0.9999)).toBeUndefined();
});

function dealtBy(seed: number) {
  const dealer = new Dealer(seed, drawTable(seed));
  return { dealer, kinds: Array.from({ length: 2000 }, () => dealer.deal('ses').kind) };
}

test('the nth request is dealt the same fault each time', () => {
  const { kinds } = dealtBy(7);
  expect(dealtBy(7).kinds).toEqual(kinds);
  expect(new Set(kinds).size).toBeGreaterThan(faultKinds.length / 2);
});

test('in calm, and for what is no service of the table, no fault is dealt and nothing counted', () => {
  const { dealer } = dealtBy(7);
  const { requests } = dealer;
  dealer.calm = true;
  const kinds = Array.from({ length: 500 }, () => dealer.deal('ses').kind);
  dealer.calm = false;
  kinds.push(...Array.from({ length: 500 }, () => dealer.deal('lambda').kind));
  expect(kinds.filter((kind) => kind !== undefined)).toEqual([]);
  expect(dealer.requests).toBe(requests);
});

test('what SES tells is mostly told at once, sometimes after a resolve has asked, and in calm never late', () => {
  const { dealer } = dealtBy(7);
  const delays_ms = Array.from({ length: 500 }, () => dealer.feedbackDelay_ms());
  expect(delays_ms.filter((delay_ms) => delay_ms === 0).length).toBeGreaterThan(250);
  expect(delays_ms.filter((delay_ms) => delay_ms > 15 * 60_000).length).toBeGreaterThan(25);
  dealer.calm = true;
  expect(dealer.feedbackDelay_ms()).toBe(0);
});
