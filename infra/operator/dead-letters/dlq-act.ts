/** `dlq redrive` and `dlq drop`: each message for itself, with a line about what became of it. */
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { OperatorRefusal, sentenceOf, WrongUsage } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import { destinationOf } from '../ops/destination.ts';
import { queueUrlOf } from '../target/queue-counts.ts';
import type { Target } from '../target/target.ts';
import { type DeadLetterQueue, deadLetterQueueNamed } from './dead-letter-queues.ts';
import { type Letter, layBack, removeLetter, takeLetters } from './letters.ts';

/** What one run handles; the rest waits for the next. */
const mostAtOnce = 1000;
/** Long enough for a thousand messages, so that none is handed out twice meanwhile. */
const visibility_s = 900;

export interface Chosen {
  readonly id?: string | undefined;
  readonly all?: boolean | undefined;
}

interface Fate {
  readonly id: string;
  readonly outcome: 'redriven' | 'dropped' | 'stays' | 'failed';
  readonly told: string;
}

type Act = (letter: Letter, from: DeadLetterQueue, url: string) => Promise<Omit<Fate, 'id'>>;

async function onEach({ clients, names }: Target, which: string, chosen: Chosen, act: Act): Promise<Report> {
  if ((chosen.id === undefined) === !chosen.all) throw new WrongUsage('Give either --id <message> or --all.');
  const from = deadLetterQueueNamed(names, which);
  const url = await queueUrlOf(clients.sqs, from.queue);
  const letters = await takeLetters(clients.sqs, url, { most: mostAtOnce, id: chosen.id, visibility_s });
  if (chosen.id !== undefined && letters.length === 0) {
    throw new OperatorRefusal(`${from.queue} holds no message ${chosen.id}: see "dlq show ${from.name}".`);
  }
  const fates: Fate[] = [];
  for (const letter of letters) {
    const fate = await act(letter, from, url).catch((error: unknown) => ({
      outcome: 'failed' as const,
      told: `failed, and stays: ${sentenceOf(error)}`,
    }));
    if (fate.outcome === 'stays' || fate.outcome === 'failed') await layBack(clients.sqs, url, [letter]);
    fates.push({ id: letter.id, ...fate });
  }
  const lines = fates.map(({ id, told }) => `${id}  ${told}`);
  if (fates.length === 0) lines.push(`${from.queue} is empty.`);
  if (fates.length === mostAtOnce) lines.push(`That were ${mostAtOnce}: there may be more. Run it again.`);
  const failed = fates.some(({ outcome }) => outcome === 'failed' || outcome === 'stays');
  return { lines, data: { queue: from.queue, messages: fates }, failed };
}

/** Sends each message back to where it belongs, and deletes it only then. */
export function redrive(target: Target, which: string, chosen: Chosen): Promise<Report> {
  const { sqs } = target.clients;
  return onEach(target, which, chosen, async (letter, from, url) => {
    const destination = destinationOf(target.names, from.name, letter);
    if ('stays' in destination) return { outcome: 'stays', told: `stays: ${destination.stays}` };
    const queue = target.names.queue(destination.role);
    await sqs.send(
      new SendMessageCommand({ QueueUrl: await queueUrlOf(sqs, queue), MessageBody: letter.body }),
    );
    await removeLetter(sqs, url, letter);
    return { outcome: 'redriven', told: `back to ${queue}` };
  });
}

/** Deletes for good. `--all` asks for `--yes`. */
export function drop(target: Target, which: string, chosen: Chosen, yes: boolean): Promise<Report> {
  if (chosen.all && !yes) {
    throw new OperatorRefusal('This deletes every message of the queue for good: add --yes if you mean it.');
  }
  return onEach(target, which, chosen, async (letter, _, url) => {
    await removeLetter(target.clients.sqs, url, letter);
    return { outcome: 'dropped', told: 'dropped' };
  });
}
