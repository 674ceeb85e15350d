import { expect, test } from 'vitest';
import { WaitingRoom } from '../../../infra/laptop/functions/waiting-room.ts';
import { Queue } from '../../../infra/laptop/queues/queue.ts';
import { Agenda } from '../../../infra/laptop/time/agenda.ts';

const queue = new Queue('q', { visibility_s: 30, delay_s: 0 }, new Agenda(() => undefined));

const send = (body: object) => queue.send({ body: JSON.stringify(body) }, 0);
const timer = send({ kind: 'timer', customer: 'hana' });

function enter(room: WaitingRoom, customer: string, moment_ms: number, body: object = { customer }) {
  const message = send(body);
  let hurried = 0;
  const waiting = { queue, message, moment_ms, hurry: () => (hurried += 1) };
  room.enter(customer, waiting);
  return { message, waiting, hurried: () => hurried };
}

test('a later message waits for an earlier one of the same customer, and has it hurry', () => {
  const room = new WaitingRoom();
  const early = enter(room, 'hana', 100);
  enter(room, 'yuki', 50);
  expect(room.holdsEarlier('hana', 200, timer)).toBe(true);
  expect(early.hurried()).toBe(1);
  expect(room.holdsEarlier('hana', 100, timer)).toBe(false);
});

test('a message that was taken holds nobody up', () => {
  const room = new WaitingRoom();
  const { message } = enter(room, 'hana', 100);
  queue.take(message, 0, 30, true);
  expect(room.holdsEarlier('hana', 200, timer)).toBe(false);
});

test('a message that comes back waits from its new moment, and not for itself', () => {
  const room = new WaitingRoom();
  const { waiting } = enter(room, 'hana', 100);
  room.enter('hana', { ...waiting, moment_ms: 500 });
  expect(room.holdsEarlier('hana', 500, timer)).toBe(false);
});

test('word that a mail went waits on, unless a later message asks what became of it', () => {
  const room = new WaitingRoom();
  const detail = { mail: { tags: { customer: [Buffer.from('hana').toString('base64url')] } } };
  const sent = enter(room, 'hana', 100, { 'detail-type': 'Email Sent', detail });
  expect(room.holdsEarlier('hana', 200, timer)).toBe(false);
  expect(sent.hurried()).toBe(0);
  const comesBack = send({ kind: 'timer', customer: 'hana' });
  comesBack.receives = 1;
  expect(room.holdsEarlier('hana', 200, comesBack)).toBe(true);
  expect(room.holdsEarlier('hana', 200, send({ kind: 'resolve', customer: 'hana' }))).toBe(true);
  expect(sent.hurried()).toBe(2);
});

test('a bounce holds up whatever is later', () => {
  const room = new WaitingRoom();
  enter(room, 'hana', 100, { 'detail-type': 'Email Bounced', detail: {} });
  expect(room.holdsEarlier('hana', 200, timer)).toBe(true);
});
