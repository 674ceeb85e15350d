/** `unknown list` and `unknown resend`: mails of which nobody knows whether they went, and the proof that they did not. */
import type { Temporal } from 'temporal-polyfill';
import { latest } from '../../../shared/core/values/civil-time.ts';
import { doubtOf } from '../../../shared/service/feedback/unknown-mail.ts';
import { type GivenBack, giveBackUnknown } from '../../../shared/service/sending/give-back.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import type { OpenDeployment } from '../composition.ts';
import { deadLettersOf, queuesOf } from './status-parts.ts';
import { toTheMinute } from './to-the-minute.ts';
import { reportedSince, type UnknownMail, unknownMails } from './unknown-parts.ts';

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
  const reported = await reportedByHour(target, mails, now);
  const told = mails.map((mail) => ({
    ...mail,
    doubt: doubtOf(mail, { reported: reported.get(hourOf(mail)) ?? 0, waiting, dead: lost }, now),
  }));
  return { mails: told, orMore };
}

const hourOf = ({ at }: UnknownMail): number => Math.floor(at.epochMilliseconds / 3_600_000);

/** Asked once for all mails of an hour, since the last of them: what was told of mails of later holds for each. */
async function reportedByHour(
  target: OpenDeployment,
  mails: readonly UnknownMail[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<number, number>> {
  const last = new Map<number, Temporal.Instant>();
  for (const mail of mails) last.set(hourOf(mail), latest(last.get(hourOf(mail)), mail.at));
  const asked = [...last].map(async ([hour, at]) => [hour, await reportedSince(target, at, now)] as const);
  return new Map(await Promise.all(asked));
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
  'asked-before': 'tried once more already, within the last two hours: wait for what is told of that try',
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
