/** `unknown list` and `unknown resend`: mails of which nobody knows whether they went, and the proof that they did not. */
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../shared/core/values/civil-time.ts';
import { type GivenBack, giveBackUnknown } from '../../../shared/service/sending/give-back.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import type { OpenDeployment } from '../composition.ts';
import { deadLettersOf, queuesOf } from './status-parts.ts';
import { toTheMinute } from './to-the-minute.ts';
import { reportedSince, type UnknownMail, unknownMails } from './unknown-parts.ts';

/** SES tells of a mail within seconds, and EventBridge tries again for long: what was not told of in two hours never went. */
const silentFor = { hours: 2 };

/** What speaks for it that the mail service's events come: those of other mails since, and none that waits or died. */
export interface FeedbackHealth {
  readonly reported: number;
  readonly waiting: number;
  readonly dead: number;
}

/** Why nothing is proven yet; undefined where the mail never went. */
export function doubtOf(
  mail: UnknownMail,
  health: FeedbackHealth,
  now: Temporal.Instant,
): string | undefined {
  if (mail.reported) return 'the mail service has told of it: it went';
  if (isBefore(now.subtract(silentFor), mail.at)) return 'it is not two hours old';
  if (health.dead > 0)
    return `${health.dead} events of the mail service lie among the dead letters: redrive them first`;
  if (health.waiting > 0) return `${health.waiting} events of the mail service wait to be taken in`;
  if (health.reported === 0) return 'no mail of later was told of either: the events may not come at all';
  return undefined;
}

interface Judged extends UnknownMail {
  readonly doubt: string | undefined;
}

async function judged(target: OpenDeployment): Promise<{ mails: Judged[]; orMore: boolean }> {
  const now = await target.clock.now();
  const [{ mails, orMore }, queues, dead] = await Promise.all([
    unknownMails(target),
    queuesOf(target),
    deadLettersOf(target),
  ]);
  const feedback = queues.find(({ role }) => role === 'feedback');
  const waiting = feedback ? feedback.visible + feedback.inFlight + feedback.delayed : 0;
  const lost = dead
    .filter(({ name }) => name === 'feedback' || name === 'rules')
    .reduce((sum, { count }) => sum + count, 0);
  const told: Judged[] = [];
  for (const mail of mails) {
    const reported = await reportedSince(target, mail.at, now);
    told.push({ ...mail, doubt: doubtOf(mail, { reported, waiting, dead: lost }, now) });
  }
  return { mails: told, orMore };
}

const inWords = ({ customer, id, template, kind, at, doubt }: Judged) =>
  `${toTheMinute(at)}  ${template} (${kind}) to ${customer}, ${id}: ${
    doubt ? `not known: ${doubt}` : 'never went'
  }.`;

export async function listUnknown(target: OpenDeployment): Promise<Report> {
  const { mails, orMore } = await judged(target);
  const count = `${mails.length}${orMore ? ' or more' : ''} mails of unknown outcome.`;
  return {
    lines: [`${target.called}: ${count}`, ...mails.map(inWords)],
    data: { mails, orMore },
  };
}

const became: Readonly<Record<GivenBack, string>> = {
  asked: 'tried once more, where it still may go; `why` says what came of it',
  settled: 'its outcome is known by now',
  'too-old': 'the record remembers it no more: too late',
  never: 'marketing never goes a second time',
};

/** Only what provably never went. @throws `OperatorRefusal` for one that is not among the unknown, or not proven */
export async function resendUnknown(target: OpenDeployment, id: string | undefined): Promise<Report> {
  const { mails, orMore } = await judged(target);
  const chosen = mails.filter((mail) => id === undefined || mail.id === id);
  const [first] = chosen;
  if (id !== undefined && (!first || first.doubt)) {
    throw new OperatorRefusal(
      first ? `It is not sent again: ${first.doubt}.` : `No mail ${id} is unknown: see "unknown list".`,
    );
  }
  const engine = await target.engine();
  const told: { id: string; outcome: string }[] = [];
  for (const mail of chosen.filter(({ doubt }) => !doubt)) {
    told.push({ id: mail.id, outcome: became[await giveBackUnknown(engine, mail)] });
  }
  const left = chosen.length - told.length;
  const lines = [
    target.called,
    ...told.map(({ id: mail, outcome }) => `${mail}  ${outcome}`),
    ...(told.length === 0 ? ['Nothing is proven to have never gone.'] : []),
    ...(left > 0 ? [`${left} are left alone: "unknown list" says why.`] : []),
    ...(orMore ? ['There are more: run it again.'] : []),
  ];
  return { lines, data: { resent: told, left } };
}
