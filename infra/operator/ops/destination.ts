/** Where a dead letter belongs, by the queue it lies in, its attributes and its body. */
import { type QueueRole, queueRoles, type StackNames } from '../../stack/names.ts';
import type { DeadLetterName } from '../dead-letters/dead-letter-queues.ts';
import type { Letter } from '../dead-letters/letters.ts';

export type Destination = { readonly role: QueueRole } | { readonly stays: string };

type Content = Pick<Letter, 'body' | 'attributes'>;
type Json = Readonly<Record<string, unknown>>;

function jsonOf(body: string): Json {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Json) : {};
  } catch {
    return {};
  }
}

/** The queue of this deployment that the failed delivery was for. */
function targetOf(
  names: StackNames,
  { attributes }: Content,
  among: readonly QueueRole[],
): QueueRole | undefined {
  const queue = attributes.TARGET_ARN?.split(':').at(-1);
  return among.find((role) => names.queue(role) === queue);
}

function ofRule(names: StackNames, letter: Content): Destination {
  const event = jsonOf(letter.body);
  if (event.source === 'aws.events' || event.requestContext !== undefined) {
    return { stays: 'it is a sweep, which runs again by itself: drop it' };
  }
  const target = targetOf(names, letter, ['intake', 'feedback']);
  if (target) return { role: target };
  if (event.source === 'aws.ses') return { role: 'feedback' };
  if (typeof event['detail-type'] === 'string') return { role: 'intake' };
  return { stays: 'it is no event of a rule: look at it by "dlq show rules --bodies"' };
}

function ofTimer(names: StackNames, letter: Content): Destination {
  if (letter.attributes.IS_PAYLOAD_TRUNCATED === 'true') {
    return { stays: 'its body was cut off; the sweep sees to its customer: drop it' };
  }
  const lane = targetOf(names, letter, ['transactional', 'marketing']);
  if (lane) return { role: lane };
  const { kind } = jsonOf(letter.body);
  // Both lanes have the same function behind them; in the slower one it holds nobody up.
  if (kind === 'timer' || kind === 'resolve' || kind === 'probe') return { role: 'marketing' };
  return { stays: 'it is no message of a timer: look at it by "dlq show timers --bodies"' };
}

export function destinationOf(names: StackNames, from: DeadLetterName, letter: Content): Destination {
  if (from === 'rules') return ofRule(names, letter);
  if (from === 'timers') return ofTimer(names, letter);
  if (from === 'unknown')
    return { stays: 'only its name is kept: mend the producer, and put the event again' };
  return { role: queueRoles.find((role) => role === from) as QueueRole };
}

/** Of an event that nobody knows all that is kept. */
function unknownName({ 'detail-type': type, source, detail }: Json): string | undefined {
  return typeof type === 'string' && detail === undefined ? `${type} of ${String(source)}` : undefined;
}

/** Why it died, in the words it carries. */
export function deadLetterReason({ attributes, body }: Content): string {
  const { reason, ERROR_CODE, ERROR_MESSAGE } = attributes;
  if (reason) return reason;
  const name = unknownName(jsonOf(body));
  if (name) return name;
  if (ERROR_CODE) return [ERROR_CODE, ERROR_MESSAGE].filter(Boolean).join(': ');
  return 'received too often without success; the log of its function says why';
}
