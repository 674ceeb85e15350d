import { expect, test } from 'vitest';
import { WaitingRoom } from '../../../infra/local/functions/waiting-room.ts';
import { Queue } from '../../../infra/local/queues/queue.ts';
import { Agenda } from '../../../infra/local/time/agenda.ts';

const queue = new Queue('q', { visibility_s: 30, delay_s: 0 }, new Agenda(() => undefined));

function enter(room: WaitingRoom, customer: string, moment_ms: number) {
  const message = queue.send({ body: customer }, moment_ms);
  let hurried = 0;
  const waiting = { queue, message, moment_ms, hurry: () => (hurried += 1) };
  room.enter(customer, waiting);
  return { message, waiting, hurried: () => hurried };
}

test('a later message waits for an earlier one of the same customer, and has it hurry', () => {
  const room = new WaitingRoom();
  const early = enter(room, 'hana', 100);
  enter(room, 'yuki', 50);
  expect(room.holdsEarlier('hana', 200)).toBe(true);
  expect(early.hurried()).toBe(1);
  expect(room.holdsEarlier('hana', 100)).toBe(false);
});

test('a message that was taken holds nobody up', () => {
  const room = new WaitingRoom();
  const { message } = enter(room, 'hana', 100);
  queue.take(message, 0, 30, true);
  expect(room.holdsEarlier('hana', 200)).toBe(false);
});

test('a message that comes back waits from its new moment, and not for itself', () => {
  const room = new WaitingRoom();
  const { waiting } = enter(room, 'hana', 100);
  room.enter('hana', { ...waiting, moment_ms: 500 });
  expect(room.holdsEarlier('hana', 500)).toBe(false);
});
