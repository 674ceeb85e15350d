/** `dlq list` and `dlq show`: looking changes nothing. */
import type { Report } from '../../terminal/report.ts';
import { deadLetterReason } from '../ops/destination.ts';
import { queueCountsOf, queueUrlOf } from '../target/queue-counts.ts';
import type { Target } from '../target/target.ts';
import { deadLetterQueueNamed, deadLetterQueues } from './dead-letter-queues.ts';
import { layBack, takeLetters } from './letters.ts';

const held = (counts: { visible: number; inFlight: number }) => counts.visible + counts.inFlight;

export async function listDeadLetters({ clients, names, called }: Target): Promise<Report> {
  const queues = await Promise.all(
    deadLetterQueues(names).map(async (one) => ({
      ...one,
      ...(await queueCountsOf(clients.sqs, one.queue)),
    })),
  );
  const total = queues.reduce((sum, counts) => sum + held(counts), 0);
  return {
    lines: [
      `${called}: ${total} dead letters.`,
      ...queues.map((one) => `  ${one.name.padEnd(14)} ${String(held(one)).padStart(6)}  ${one.holds}`),
    ],
    data: { total, queues },
  };
}

export async function showDeadLetters(
  { clients, names }: Target,
  which: string,
  options: { readonly limit: number; readonly bodies: boolean },
): Promise<Report> {
  const { queue, name } = deadLetterQueueNamed(names, which);
  const url = await queueUrlOf(clients.sqs, queue);
  const letters = await takeLetters(clients.sqs, url, { most: options.limit, visibility_s: 30 });
  await layBack(clients.sqs, url, letters);
  const shown = letters.map((letter) => ({
    id: letter.id,
    sentAt: letter.sentAt.toString(),
    reason: deadLetterReason(letter),
    attributes: letter.attributes,
    ...(options.bodies && { body: letter.body }),
  }));
  const lines = shown.flatMap(({ id, sentAt, reason, body }) => [
    `${id}  ${sentAt}  ${reason}`,
    ...(body === undefined ? [] : [`  ${body}`]),
  ]);
  return { lines: lines.length > 0 ? lines : [`${queue} is empty.`], data: { queue, name, letters: shown } };
}
