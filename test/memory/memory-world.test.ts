import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { LaneMessage, TimerMessage } from '../../shared/core/events/lane-message.ts';
import type { ArmAlarm } from '../../shared/core/record/effect.ts';
import type { Mail } from '../../shared/core/record/mail.ts';
import { UnknownTemplate } from '../../shared/core/values/unknown-template.ts';
import { memoryWorld, RunawayWorld } from '../../shared/memory/memory-world.ts';
import { VirtualClock } from '../../shared/memory/virtual-clock.ts';

const startAt = Temporal.Instant.from('2026-11-22T00:00:00Z');
const at = (day: number, time = '00:00:00') => Temporal.Instant.from(`2026-12-0${day}T${time}Z`);
const message = (step: string): TimerMessage => ({
  kind: 'timer',
  customer: 'c1',
  enrolment: 'e1',
  step,
  arm: 1,
});
const timer = (name: string, due: Temporal.Instant, lane: ArmAlarm['lane'] = 'marketing'): ArmAlarm => ({
  do: 'alarm',
  name,
  due,
  lane,
  message: message(name),
});
const newWorld = () => memoryWorld({ startAt, settings: { locale: 'ja' } });

/** What comes into the lanes until `until`, as "time step". */
async function calendar(world: ReturnType<typeof newWorld>, until: Temporal.Instant) {
  const lines: string[] = [];
  await world.run(until, async (_, taken: LaneMessage) => {
    const what = { timer: 'step', look: 'arm', probe: 'id', resolve: 'touchpoint' }[taken.kind];
    lines.push(`${world.clock.now()} ${String(taken[what as keyof LaneMessage])}`);
  });
  return lines;
}

test('time passes from one due thing to the next and jumps over none', async () => {
  const world = newWorld();
  await world.timers.arm(timer('later', at(3, '10:00:00')));
  await world.timers.arm(timer('sooner', at(1, '09:59:01')));
  await world.lanes.enqueue('marketing', message('delayed'), 90);
  await world.lanes.enqueue('marketing', message('at once'), 0);
  await world.timers.arm(timer('beyond', at(9)));
  expect(await calendar(world, at(5))).toEqual([
    '2026-11-22T00:00:00Z at once',
    '2026-11-22T00:01:30Z delayed',
    '2026-12-01T10:00:00Z sooner',
    '2026-12-03T10:00:00Z later',
  ]);
  expect(world.clock.now().toString()).toBe('2026-12-05T00:00:00Z');
  expect(world.timers.pending().map(({ name }) => name)).toEqual(['beyond']);
});

test('what a message sets off meanwhile is met on the way', async () => {
  const world = newWorld();
  const seen: string[] = [];
  await world.timers.arm(timer('t1', at(1)));
  await world.run(at(9), async (_, taken) => {
    seen.push(`${world.clock.now().toString().slice(0, 10)}`);
    if (seen.length < 3)
      await world.timers.arm(timer(`again-${seen.length}`, world.clock.now().add({ hours: 48 })));
    expect(taken.kind).toBe('timer');
  });
  expect(seen).toEqual(['2026-12-01', '2026-12-03', '2026-12-05']);
});

test('a timer armed twice fires once, and one that is past is not armed', async () => {
  const world = newWorld();
  expect(await world.timers.arm(timer('t', at(1)))).toBe('armed');
  expect(await world.timers.arm(timer('t', at(2)))).toBe('armed');
  expect(await world.timers.arm(timer('past', startAt))).toBe('past');
  expect(await calendar(world, at(5))).toEqual(['2026-12-01T00:00:00Z t']);
});

test('transactional messages of one moment go before marketing ones', async () => {
  const world = newWorld();
  await world.timers.arm(timer('tips', at(1)));
  await world.timers.arm(timer('thanks', at(1), 'transactional'));
  expect(await calendar(world, at(1))).toEqual(['2026-12-01T00:00:00Z thanks', '2026-12-01T00:00:00Z tips']);
});

test('a message is nobody else’s object', async () => {
  const world = newWorld();
  const mine = { ...message('kept') };
  await world.lanes.enqueue('marketing', mine, 0);
  Object.assign(mine, { step: 'spoilt' });
  expect(world.lanes.waiting('marketing')).toEqual([message('kept')]);
  expect(await world.lanes.backlog('marketing')).toBe(1);
  expect(await world.lanes.backlog('transactional')).toBe(0);
});

test('messages that call for messages without end are stopped', async () => {
  const world = newWorld();
  await world.lanes.enqueue('marketing', message('circle'), 0);
  const circle = (_: unknown, taken: LaneMessage) => world.lanes.enqueue('marketing', taken, 0);
  await expect(world.run(at(1), circle)).rejects.toThrow(RunawayWorld);
});

test('a sleep moves the clock on, and what fell due meanwhile comes next', async () => {
  const clock = new VirtualClock(startAt);
  const fired: string[] = [];
  clock.schedule(startAt.add({ seconds: 1 }), () => fired.push(clock.now().toString()));
  await clock.sleep(5000);
  expect(clock.nextDue()?.toString()).toBe('2026-11-22T00:00:01Z');
  clock.advanceTo(clock.now());
  expect(fired).toEqual(['2026-11-22T00:00:05Z']);
  clock.advanceTo(startAt);
  expect(clock.now().toString()).toBe('2026-11-22T00:00:05Z');
});

test('who is woken after so many milliseconds is woken in turn with what is scheduled', () => {
  const clock = new VirtualClock(startAt);
  const fired: string[] = [];
  const fire = (what: string) => () =>
    fired.push(`${what} ${clock.now().since(startAt).total('milliseconds')}`);
  clock.wakeAfter(30, fire('woken'));
  clock.schedule(startAt.add({ milliseconds: 30 }), fire('scheduled'));
  clock.wakeAfter(20, fire('sooner'));
  clock.wakeAfter(0, fire('at once'));
  expect(clock.nextDue()?.equals(startAt)).toBe(true);
  clock.advanceTo(startAt.add({ milliseconds: 20 }));
  clock.wakeAfter(10, fire('later'));
  clock.advanceTo(startAt.add({ seconds: 1 }));
  expect(fired).toEqual(['at once 0', 'sooner 20', 'woken 30', 'scheduled 30', 'later 30']);
});

test('the mailer answers as told, once for each, and keeps what it accepted', async () => {
  const world = newWorld();
  const mail = { lane: 'marketing', to: 'a@b.example', subject: 's' } as Mail;
  world.mailer.next(
    { kind: 'not-sent', because: 'throttled' },
    () => {
      throw new Error('crash');
    },
    { kind: 'unknown', detail: 'timeout' },
  );
  expect(await world.mailer.send(mail)).toEqual({ kind: 'not-sent', because: 'throttled' });
  await expect(world.mailer.send(mail)).rejects.toThrow('crash');
  expect((await world.mailer.send(mail)).kind).toBe('unknown');
  expect(await world.mailer.send(mail)).toEqual({ kind: 'accepted', messageId: 'm-1' });
  expect(world.mailer.mails).toEqual([{ ...mail, messageId: 'm-1', at: startAt }]);
  expect(world.mailer.calls).toBe(4);
});

test('templates are found by locale, by language, by the store’s own, or not at all', async () => {
  const compiled = (subject: string) => ({ subject, html: '', text: '' });
  const templates = { 'a/b.ja': compiled('ja'), 'a/b.en': compiled('en') };
  const world = memoryWorld({ startAt, settings: { locale: 'ja' }, templates });
  const subjects = ['ja', 'en', 'en-GB', 'fr'].map(
    async (locale) => (await world.templates.load('a/b', locale)).subject,
  );
  expect(await Promise.all(subjects)).toEqual(['ja', 'en', 'en', 'ja']);
  await expect(world.templates.load('a/c', 'ja')).rejects.toThrow(UnknownTemplate);
});

test('counts and lines are there to be asked for', () => {
  const world = memoryWorld({ startAt, settings: { locale: 'ja' }, keepLogLines: 2 });
  world.metrics.count('Sent');
  world.metrics.count('Sent', 2, 'after-purchase');
  expect([world.metrics.of('Sent'), world.metrics.of('Sent', 'after-purchase')]).toEqual([3, 2]);
  for (let n = 0; n < 9; n++) world.log.info(`line ${n}`, { n });
  expect(world.log.lines.at(-1)).toEqual({ level: 'info', message: 'line 8', fields: { n: 8 } });
  expect(world.log.lines.length).toBeLessThanOrEqual(4);
});

test('twenty thousand messages come in order, each at its own time', async () => {
  const world = newWorld();
  const total = 20_000;
  for (let n = 0; n < total; n++) {
    await world.timers.arm(timer(String(n), startAt.add({ minutes: 1 + ((n * 7919) % total) })));
  }
  const times: number[] = [];
  await world.run(startAt.add({ hours: 24 * 365 }), async () => {
    times.push(world.clock.now().epochMilliseconds);
  });
  expect(times).toEqual(
    Array.from({ length: total }, (_, n) => startAt.epochMilliseconds + (n + 1) * 60_000),
  );
});
