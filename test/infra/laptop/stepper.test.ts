import { expect, test } from 'vitest';
import { Agenda } from '../../../infra/laptop/time/agenda.ts';
import { CloudClock } from '../../../infra/laptop/time/clock.ts';
import { Stepper, type SweepMoment, type Work } from '../../../infra/laptop/time/stepper.ts';

const noSweep: SweepMoment = { next_ms: () => undefined, run: () => undefined };

function stand(work: Partial<Work> = {}, sweep: SweepMoment = noSweep) {
  const clock = new CloudClock(1_000_000);
  const agenda = new Agenda(() => stepper.poke());
  const all = { pump: () => undefined, isQuiet: () => true, mayGoTo: () => true, ...work };
  const stepper: Stepper = new Stepper({ clock, agenda, work: all, sweep });
  clock.hold(1_000_000);
  return { clock, agenda, stepper };
}
const to = (at_ms: number) => () => at_ms;

test('due things fire in the order of their time, each at its own, and of one time as they were added', async () => {
  const { clock, agenda, stepper } = stand();
  const fired: [string, number][] = [];
  const note = (name: string) => () => fired.push([name, clock.now_ms() - 1_000_000]);
  agenda.add(1_000_300, note('c'));
  agenda.add(1_000_100, note('a'));
  agenda.add(1_000_300, note('d'));
  agenda.add(1_000_200, () => agenda.add(1_000_250, note('b')));
  agenda.cancel(agenda.add(1_000_260, note('cancelled')));
  agenda.add(1_000_900, note('after the target'));
  await stepper.advance(to(1_000_500), false);
  expect(fired).toEqual([
    ['a', 100],
    ['b', 250],
    ['c', 300],
    ['d', 300],
  ]);
  expect(clock.now_ms()).toBe(1_000_500);
  stepper.stop();
});

test('the clock waits for work that does not let it go ahead', async () => {
  let busy = false;
  const { clock, agenda, stepper } = stand({ isQuiet: () => !busy, mayGoTo: () => !busy });
  const seen: number[] = [];
  agenda.add(1_000_100, () => {
    busy = true;
  });
  agenda.add(1_000_200, () => seen.push(clock.now_ms()));
  const move = stepper.advance(to(1_000_500));
  await new Promise((resolve) => setImmediate(resolve));
  expect([clock.now_ms(), seen]).toEqual([1_000_100, []]);
  busy = false;
  stepper.poke();
  await move;
  expect(seen).toEqual([1_000_200]);
  stepper.stop();
});

test('a move that settles waits for quiet, and one that does not stands still where it came to', async () => {
  let quiet = false;
  const { clock, stepper } = stand({ isQuiet: () => quiet });
  await stepper.advance(to(1_000_500), false);
  expect([clock.isHeld, clock.now_ms()]).toEqual([true, 1_000_500]);
  let settled = false;
  const move = stepper
    .advance((now_ms) => now_ms)
    .then(() => {
      settled = true;
    });
  await new Promise((resolve) => setImmediate(resolve));
  expect(settled).toBe(false);
  quiet = true;
  stepper.poke();
  await move;
  expect(clock.isHeld).toBe(false);
  stepper.stop();
});

test('the sweep runs alone and at its own moment', async () => {
  let next: number | undefined = 1_000_200;
  const runs: number[] = [];
  const sweep = {
    next_ms: () => next,
    run: (at_ms: number) => {
      runs.push(at_ms);
      next = undefined;
    },
  };
  const { agenda, stepper } = stand({}, sweep);
  agenda.add(1_000_300, () => runs.push(-1));
  await stepper.advance(to(1_000_500), false);
  expect(runs).toEqual([1_000_200, -1]);
  stepper.stop();
});

test('in real time what is due fires without anybody stepping', async () => {
  const { clock, agenda, stepper } = stand();
  clock.release();
  await new Promise<void>((resolve) => agenda.add(clock.now_ms() + 5, resolve));
  stepper.stop();
});
