import { expect, test } from 'vitest';
import { Queue } from '../../../infra/laptop/queues/queue.ts';
import { Agenda } from '../../../infra/laptop/time/agenda.ts';

function newQueue() {
  const agenda = new Agenda(() => undefined);
  const deadLetters = new Queue('q-dead', { visibility_s: 30, delay_s: 0 }, agenda);
  const queue = new Queue('q', { visibility_s: 30, delay_s: 0, maxReceives: 2, deadLetters }, agenda);
  return { agenda, queue, deadLetters };
}

test('a message that a poller holds comes back only after the poller lets it go', () => {
  const { agenda, queue } = newQueue();
  const message = queue.send({ body: 'x' }, 0);
  queue.take(message, 0, 30, true);
  agenda.fireUntil(100_000);
  expect(queue.visible.size).toBe(0);
  queue.letGo(message, 10_000);
  agenda.fireUntil(29_999);
  expect(queue.visible.size).toBe(0);
  agenda.fireUntil(30_000);
  expect([...queue.visible]).toEqual([message]);
});

test('a message whose visibility was set to nothing while it was held is there as soon as it is let go', () => {
  const { queue } = newQueue();
  const message = queue.send({ body: 'x' }, 0);
  queue.take(message, 0, 30, true);
  queue.changeVisibility(message, 0, 5_000);
  expect(queue.visible.size).toBe(0);
  queue.letGo(message, 6_000);
  expect(queue.visible.size).toBe(1);
});

test('a message that was finished does not come back', () => {
  const { agenda, queue } = newQueue();
  const message = queue.send({ body: 'x' }, 0);
  queue.take(message, 0, 30, false);
  queue.remove(message);
  agenda.fireUntil(100_000);
  expect(queue.visible.size + queue.taken.size).toBe(0);
});

test('the receive after the last allowed one moves a message to the dead letters, body and id unchanged', () => {
  const { queue, deadLetters } = newQueue();
  const message = queue.send({ body: 'x' }, 0);
  for (const _ of [1, 2]) {
    expect(queue.take(message, 0, 0, true)).toBeDefined();
    queue.letGo(message, 0);
  }
  expect(queue.take(message, 0, 0, true)).toBeUndefined();
  const [dead] = deadLetters.visible;
  expect(dead).toMatchObject({ id: message.id, body: 'x', receives: 0, deadLetterOf: queue.arn });
});

test('a receipt handle is good for its own receive alone', () => {
  const { queue } = newQueue();
  const message = queue.send({ body: 'x' }, 0);
  const first = queue.take(message, 0, 30, false) ?? '';
  expect(queue.byHandle(first)).toBe(message);
  queue.changeVisibility(message, 0, 0);
  queue.take(message, 0, 30, false);
  expect(queue.byHandle(first)).toBeUndefined();
  expect(queue.byHandle('nonsense')).toBe('malformed');
});
