import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../../infra/laptop/cloud.ts';
import { twoScenariosAlone } from '../../support/two-scenarios-alone.ts';
import { opsOn } from './ops-typed.ts';

let cloud: Cloud;
const { ops } = opsOn(() => cloud);

beforeAll(async () => {
  const startAt = '2026-03-02T03:30:00Z';
  cloud = await startCloud({ port: 0, startAt, settings: twoScenariosAlone, report: () => undefined });
});

afterAll(async () => {
  await cloud?.stop();
});

test('`why --event` says what an event as it was sent would do, and saves nothing', async () => {
  const before = await ops('why', 'hana');
  const folder = mkdtempSync(join(tmpdir(), 'why-event-'));
  const asked = async (detail: object) => {
    const file = join(folder, 'event.json');
    writeFileSync(file, JSON.stringify({ 'detail-type': 'OrderPlaced', detail }));
    return (await ops('why', 'hana', '--event', file)).out;
  };
  const event = {
    eventId: 'e',
    customer: { id: 'hana' },
    order: { id: 'never-heard', total: 1, currency: 'JPY' },
  };
  expect(await asked({ ...event, occurredAt: '2026-01-01T00:00:00Z' })).toMatch(
    /too old for order-thanks by \d+ hours/,
  );
  expect(await asked({ ...event, occurredAt: 'today' })).toContain('It is refused');
  rmSync(folder, { recursive: true });
  expect((await ops('why', 'hana')).out).toBe(before.out);
  expect((await ops('why', 'hana', '--event', join(folder, 'gone.json'))).code).toBe(2);
});
