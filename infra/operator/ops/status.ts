/** `status`: the state of a deployment on one page. A question that cannot be answered does not hide the others. */

import { brakesAt } from '../../../shared/core/record/brakes.ts';
import type { Lane } from '../../../shared/core/values/lane.ts';
import type { OutlookSettings } from '../../../shared/settings/lane-outlook.ts';
import { queueRoles } from '../../stack/names.ts';
import { sentenceOf } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import type { DeploymentWith, OpenDeployment } from '../composition.ts';
import { brakesInWords } from './brakes-in-words.ts';
import { type HeldByPause, heldByPause } from './held-by-pause.ts';
import { lanesInWords } from './lane-outlook-words.ts';
import {
  type Bounded,
  deadLettersOf,
  mailServiceOf,
  oldestOf,
  overdueOf,
  queuesOf,
  schedulesOf,
  unknownOf,
} from './status-parts.ts';
import { toTheMinute } from './to-the-minute.ts';

type Answered<Value> = { readonly value: Value } | { readonly problem: string };

async function asked<Value>(question: Promise<Value>): Promise<Answered<Value>> {
  return question.then(
    (value) => ({ value }),
    (error: unknown) => ({ problem: sentenceOf(error) }),
  );
}

function line<Value>(what: string, answer: Answered<Value>, words: (value: Value) => string): string {
  return `${`${what}:`.padEnd(22)}${'value' in answer ? words(answer.value) : `not known: ${answer.problem}`}`;
}

const bounded = ({ count, orMore }: Bounded) => (orMore ? `${count} or more` : String(count));

type MailService = Awaited<ReturnType<typeof mailServiceOf>>;

export function mailServiceInWords(mail: MailService): string {
  const quota = mail.quota_perDay === -1 ? 'no daily quota' : `of ${mail.quota_perDay} a day`;
  const tooFast =
    mail.rateSetting_perSecond > mail.rate_perSecond ? ': the setting is above what the account allows' : '';
  return [
    mail.sandbox ? 'in the sandbox' : 'out of the sandbox',
    mail.sendingEnabled ? 'sending enabled' : 'SENDING DISABLED',
    `sender reputation ${mail.enforcement}`,
    `${mail.sentLastDay} sent in 24 hours, ${quota}`,
    `setting ${mail.rateSetting_perSecond} of ${mail.rate_perSecond} mails a second${tooFast}`,
  ].join(', ');
}

type Queue = Awaited<ReturnType<typeof queuesOf>>[number];

function queueInWords(queue: Queue, oldest_s: number | undefined): string {
  const age = oldest_s === undefined ? '' : `, the oldest ${Math.round(oldest_s)} s old`;
  return `${queue.visible} waiting, ${queue.inFlight} at work, ${queue.delayed} delayed${age}`;
}

function heldInWords(held: HeldByPause | undefined): string {
  if (!held?.oldest) return 'nothing as yet';
  const { oldest, orderMail, firstExpires } = held;
  const end = firstExpires ? `, of which the first expires ${toTheMinute(firstExpires)}` : '';
  return `${bounded(held)} messages, the oldest due since ${toTheMinute(oldest)}; ${orderMail} of order mail${end}`;
}

/** The pace of each lane, by what its queue holds. */
function pacesOf(settings: OutlookSettings, queues: readonly Queue[]) {
  const waiting = (lane: Lane) => queues.find(({ role }) => role === lane) ?? { visible: 0, inFlight: 0 };
  return lanesInWords(settings, {
    transactional: waiting('transactional'),
    marketing: waiting('marketing'),
  });
}

type Asked = DeploymentWith<'control' | 'sweep' | 'rounds' | 'customers'> & Pick<OpenDeployment, 'book'>;

export async function status(target: Asked): Promise<Report> {
  const now = await target.clock.now();
  const standing = target.ports.control.read().then((brakes) => brakesAt(brakes, now));
  const [brakes, held, queues, oldest, dead, overdue, schedules, mail, unknown] = await Promise.all([
    asked(standing),
    asked(standing.then((brakes) => heldByPause(target, brakes, now))),
    asked(queuesOf(target)),
    asked(oldestOf(target)),
    asked(deadLettersOf(target)),
    asked(overdueOf(target)),
    asked(schedulesOf(target)),
    asked(mailServiceOf(target)),
    asked(unknownOf(target)),
  ]);
  const ages = 'value' in oldest ? oldest.value : undefined;
  const queueLines =
    'value' in queues
      ? queues.value.map((queue, index) =>
          line(queue.role, { value: queue }, () => queueInWords(queue, ages?.[index])),
        )
      : [line('queues', queues, () => '')];
  // A laptop's processes are neither Lambda's workers nor wait for SES.
  const paces = 'value' in queues && !target.isLocal ? pacesOf(target.settings, queues.value) : [];
  const lines = [
    target.called,
    line('brakes', brakes, brakesInWords),
    ...('value' in held && held.value === undefined ? [] : [line('held by a pause', held, heldInWords)]),
    ...queueLines,
    ...paces.map(([what, words]) => line(what, { value: words }, (told) => told)),
    ...('problem' in oldest ? [line('age of the oldest', oldest, () => '')] : []),
    line('dead letters', dead, (all) => all.map(({ name, count }) => `${name} ${count}`).join(', ')),
    line('overdue order mail', overdue, bounded),
    line('timers set', schedules, bounded),
    line('unknown outcomes', unknown, ({ count, by }) =>
      by === 'metric' ? `${count} in 24 hours, by the metric Unknown` : `${count}, counted in the table`,
    ),
    line('mail service', mail, mailServiceInWords),
  ];
  const parts = {
    brakes,
    heldByPause: held,
    queues,
    oldest,
    deadLetters: dead,
    overdue,
    schedules,
    unknown,
    mailService: mail,
  };
  const failed = Object.values(parts).some((part) => 'problem' in part);
  return { lines, data: { deployment: target.names.prefix, roles: queueRoles, ...parts, paces }, failed };
}
