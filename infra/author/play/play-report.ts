/** A play as it is read: the calendar, why each enrolment ended, and the same as data. */
import { isByRhythm } from '../../../shared/core/language/rhythm/in-rhythm.ts';
import { classic } from '../../../shared/core/language/rhythm/rhythm.ts';
import { eventOfTrigger } from '../../../shared/core/language/trigger.ts';
import { noBrakes } from '../../../shared/core/record/brakes.ts';
import { meaningOf } from '../../../shared/service/explaining/explain-because.ts';
import { explainEnd, explainEnrolment } from '../../../shared/service/explaining/explain-enrolment.ts';
import { wallTime } from '../../../shared/service/explaining/explain-moment.ts';
import { textTable } from '../../terminal/text-table.ts';
import type { PlayedScenario } from './play.ts';
import { weekdayTime } from './play-times.ts';
import type { PlayedEnrolment, PlayedLine } from './played-line.ts';

/** The civil day of a line, counted from the day of the start, on the customer's clock. */
function dayOf(line: PlayedLine, { start }: PlayedScenario): number {
  const date = (at: PlayedLine['at']) => at.toZonedDateTimeISO(line.zone).toPlainDate();
  return date(start).until(date(line.at)).days;
}

function wordsOf({
  what,
  event,
  order,
  template,
  subject,
  channel,
  number,
  until,
  zone,
  says = '',
  because,
  by,
}: PlayedLine): string {
  const when = until ? weekdayTime(until, zone) : '';
  const about = order === undefined ? '' : ` (order ${order})`;
  switch (what) {
    case 'event':
      return `${event}${about}`;
    case 'entered':
      return until ? `the customer enters and waits until ${when}` : 'the customer enters';
    case 'kept-out':
      return `the customer ${because === 'waits-for-group' ? 'waits' : 'is not let in'}${by === undefined ? '' : `: ${by} has the place`}`;
    case 'did':
      return says;
    case 'sent':
      return `${channel ?? 'mail'}: ${subject === undefined ? '' : `${subject} `}[${template}${number === undefined ? '' : ` ${number}`}]`;
    case 'skipped':
      return `no mail: [${template}]${by === undefined ? '' : `, ${by} took its place`}`;
    case 'held':
      return `mail is held until ${when}`;
    case 'asleep':
      return 'asleep: nothing that may still come is agreed to';
    case 're-timed':
      return `now waits until ${when}`;
    case 'clicked':
      return `the customer clicks in [${template}]`;
    case 'nothing-to-click':
      return 'the customer cannot click: nothing was sent';
    case 'unsubscribed':
      return 'the customer unsubscribes';
    case 'ended':
      return `the customer leaves${about}`;
    case 'goal-after-end':
      return `the goal is met after the end${about}`;
  }
}

/** The lines of the command. */
export function playText(played: PlayedScenario): string[] {
  const { scenario, all, lines, zone } = played;
  const rows = lines.map((line) => [
    String(dayOf(line, played)),
    weekdayTime(line.at, line.zone),
    ...(all ? [line.scenario ?? ''] : []),
    line.step ?? '',
    wordsOf(line),
    line.because ?? '',
  ]);
  const head = ['day', "the customer's clock", ...(all ? ['scenario'] : []), 'step', 'what', 'because'];
  const count = (what: PlayedLine['what']) => lines.filter((line) => line.what === what).length;
  return [
    all
      ? `Everything that is live, begun by ${scenario.id}.`
      : `${scenario.id} v${scenario.version}: ${scenario.purpose}`,
    rhythmOf(played),
    ...textTable(head, rows).split('\n'),
    '',
    ...(all ? [] : endings(played)),
    `Mails sent: ${count('sent')}, skipped: ${count('skipped')}, held: ${count('held')}. Clock of ${zone}; virtual time, nothing left this machine.`,
  ];
}

/** Whose days were played, where anything goes by a rhythm. */
function rhythmOf({ scenario, all, store }: PlayedScenario): string {
  const by = (all ? store.engine.book.current : [scenario]).filter(isByRhythm);
  return by.length === 0 ? '' : `Rhythm in force: ${by[0]?.rhythm ?? classic}.`;
}

function endings(played: PlayedScenario): string[] {
  if (played.enrolments.length === 0) return [whyNobody(played)];
  return played.enrolments.flatMap((enrolment) => endingOf(enrolment, played));
}

function endingOf(enrolment: PlayedEnrolment, { customer, zone, store, end }: PlayedScenario): string[] {
  if (enrolment.ended)
    return [
      `${explainEnd(enrolment, enrolment.ended, zone).replace(/\.$/, '')} (${enrolment.ended.because}).`,
    ];
  if (!enrolment.running || !customer) return [];
  const { decisions: settings, book } = store.engine;
  return explainEnrolment(
    customer,
    enrolment.running,
    { settings, book, at: end, brakes: noBrakes, address: undefined },
    zone,
  );
}

function whyNobody({ scenario, lines }: PlayedScenario): string {
  const [first] = lines;
  const why = lines.find((line) => line.what === 'kept-out')?.because ?? first?.because;
  const on = eventOfTrigger(scenario.trigger) ?? 'EnrolCustomer';
  if (first?.event !== on)
    return `Nobody was let in: ${scenario.id} begins with ${on}, and the event was ${first?.event}.`;
  return `Nobody was let in: ${why ? `${meaningOf[why]} (${why})` : 'the event did not begin it'}. Give another event by --event.`;
}

/** What `--json` prints. Times are ISO instants; `local` is the customer's wall clock. */
export function playData(played: PlayedScenario) {
  const { scenario, start, end, zone, lines, enrolments } = played;
  return {
    scenario: scenario.id,
    rhythm: scenario.rhythm ?? classic,
    version: scenario.version,
    start: start.toString(),
    end: end.toString(),
    zone,
    lines: lines.map(({ at, until, ...line }) => ({
      day: dayOf({ at, ...line }, played),
      at: at.toString(),
      local: wallTime(at, line.zone),
      ...line,
      until: until?.toString(),
    })),
    runs: enrolments.map(({ order, enteredAt, ended, running }) => ({
      order,
      enteredAt: enteredAt.toString(),
      ended: ended && { at: ended.at.toString(), because: ended.because },
      running: running && { step: running.step, due: running.due.toString(), held: running.held },
    })),
  };
}

/** The messages alone, as calendar tests compare them: `2026-01-05 10:00 template`, `… not template: reason`, `… asleep: reason`. */
export function playCalendar({ lines }: Pick<PlayedScenario, 'lines'>): string[] {
  return lines.flatMap(({ what, at, zone, template, because }) => {
    if (what === 'sent') return [`${wallTime(at, zone)} ${template}`];
    if (what === 'asleep') return [`${wallTime(at, zone)} asleep: ${because}`];
    return what === 'skipped' ? [`${wallTime(at, zone)} not ${template}: ${because}`] : [];
  });
}
