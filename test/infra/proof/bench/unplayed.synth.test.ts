/** A play that leaves work behind is an error: its figures would be too low, and nobody would see it. */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Lab, startLab } from '../../../../infra/proof/bench/lab/lab.ts';
import type { CloudPage } from '../../../../infra/proof/bench/lab/notebook.ts';
import { type Played, PopulationPlay, WorkLeftUnplayed } from '../../../../infra/proof/bench/lab/play.ts';
import { billedSettings } from '../../../../infra/proof/bench/lab/play-bill.ts';
import { readPopulation } from '../../../../infra/proof/bench/population/population.ts';

let lab: Lab;
const everything = readPopulation('year').events;
/** One order of one customer, and what follows it. */
const events = everything
  .filter(({ name, detail }) => name.startsWith('Order') && JSON.stringify(detail).includes('"c-5"'))
  .slice(0, 4);

beforeAll(async () => {
  lab = await startLab(billedSettings('two-stories'), Temporal.Instant.from('2026-03-01T00:00:00Z'));
});
beforeEach(() => lab.cloud.empty());
afterAll(() => lab.stop());

async function play(through: Lab = lab, atMost_days = 1200): Promise<Played[]> {
  const played: Played[] = [];
  lab.now = Temporal.Instant.fromEpochMilliseconds(events[0]?.at_ms ?? 0);
  await new PopulationPlay(through, {
    events,
    sweepEvery_days: 30,
    atMost_days,
    note: (one) => played.push(one),
  }).run();
  return played;
}

/** A cloud that loses some of what functions send on. */
const losing = (isLost: (outgoing: CloudPage['outgoing'][number]) => boolean): Lab => ({
  ...lab,
  get now() {
    return lab.now;
  },
  set now(moment) {
    lab.now = moment;
  },
  async invoke(name, event, fired) {
    const found = await lab.invoke(name, event, fired);
    return { ...found, outgoing: found.outgoing.filter((one) => !isLost(one)) };
  },
});

test('all that was armed is played, or was taken back', async () => {
  const played = await play();
  const armed = played.flatMap(({ found }) => found.outgoing).filter(({ by }) => by === 'timer');
  const takenBack = played.flatMap(({ found }) => found.disarmed);
  const fired = played.flatMap(({ messages }) => messages).filter(({ byTimer }) => byTimer);
  expect(armed.length).toBeGreaterThan(2);
  expect(fired.length + takenBack.length).toBe(armed.length);
  expect(fired.length).toBeGreaterThan(takenBack.length);
});

test('a timer that never fires is found', async () => {
  await expect(play(losing(({ by }) => by === 'timer'))).rejects.toThrow(WorkLeftUnplayed);
});

test('a lane whose messages nobody takes is found', async () => {
  const isTransactional = ({ queue, by }: CloudPage['outgoing'][number]) =>
    by === 'function' && queue.endsWith('-transactional');
  await expect(play(losing(isTransactional))).rejects.toThrow(WorkLeftUnplayed);
});

test('an end before everything is quiet is told', async () => {
  await expect(play(lab, 30)).rejects.toThrow(/is due on/);
});
