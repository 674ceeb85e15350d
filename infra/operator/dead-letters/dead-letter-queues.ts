/** The dead-letter queues of a deployment, by the short names an operator types. */
import { type QueueRole, queueRoles, type StackNames } from '../../stack/names.ts';
import { WrongUsage } from '../../terminal/refusal.ts';

export type DeadLetterName = QueueRole | (typeof besideRoles)[number];

export interface DeadLetterQueue {
  readonly name: DeadLetterName;
  readonly queue: string;
  /** What lies in it. */
  readonly holds: string;
}

const holdsOf: Readonly<Record<QueueRole, string>> = {
  intake: 'events of the storefront that could not be taken in',
  transactional: 'messages of the transactional lane that could not be handled',
  marketing: 'messages of the marketing lane that could not be handled',
  feedback: 'events of the mail service that could not be taken in',
};

const besideRoles = ['rules', 'timers', 'unknown'] as const;

/** What an operator may type. */
export const deadLetterNames: readonly DeadLetterName[] = [...queueRoles, ...besideRoles];

export function deadLetterQueues(names: StackNames): DeadLetterQueue[] {
  return [
    ...queueRoles.map((role) => ({ name: role, queue: names.deadLetters(role), holds: holdsOf[role] })),
    { name: 'rules', queue: names.ruleDeadLetters, holds: 'events that a rule could not deliver' },
    { name: 'timers', queue: names.timerDeadLetters, holds: 'timers that could not be delivered' },
    { name: 'unknown', queue: names.unknownEvents, holds: 'names of events that nobody knows' },
  ];
}

/** Takes the short name or the queue's own. */
export function deadLetterQueueNamed(names: StackNames, text: string): DeadLetterQueue {
  const all = deadLetterQueues(names);
  const found = all.find(({ name, queue }) => text === name || text === queue);
  if (found) return found;
  throw new WrongUsage(
    `There is no dead-letter queue "${text}": take one of ${all.map(({ name }) => name).join(', ')}.`,
  );
}
