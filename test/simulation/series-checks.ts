/** A series: each number once, in order, and so many days after the one before it went. */
import type { Series } from '../../shared/core/language/steps.ts';
import type { RecentSend } from '../../shared/core/record/recent-send.ts';
import type { ClaimMoment } from './claim-checks.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';

export function seriesFault(
  oracle: Oracle,
  parts: OracleParts,
  moment: ClaimMoment,
  step: Series,
  who: string,
): void {
  const { send, after, enrolment } = moment;
  const scenario = parts.book.find(send.scenario, send.version);
  const number = send.number ?? 0;
  const most = Math.min(step.count ?? 1000, parts.book.template(step.template)?.numbered ?? 0);
  oracle.check(
    'a series has no number beyond its last',
    (number < 1 || number > most) && `${who}: ${number} of ${most}`,
  );
  // A round of a repeat begins it anew.
  if (!enrolment || scenario.steps.some(({ kind }) => kind === 'repeat' || kind === 'branch')) return;
  const earlier = after.sends.filter(
    (other) => other.enrolment === send.enrolment && other.step === send.step,
  );
  const dealtWith = earlier.filter((other) => other !== send && !isMissed(other));
  const told = dealtWith.filter(({ state }) => state !== 'skipped');
  oracle.check(
    'a series tells each number once',
    told.some((other) => other.number === number) && `${who}: ${number}`,
  );
  const last = dealtWith.at(-1);
  if (!last || oracle.memory.full.has(after.id)) return;
  oracle.check(
    'a series leaves no number out',
    number !== (last.number ?? 0) + 1 && `${who}: ${number} after ${last.number}`,
  );
  const zone = after.profile.timeZone ?? parts.settings.timeZone;
  const day = (at: RecentSend['at']) => at.toZonedDateTimeISO(zone).toPlainDate();
  const days = day(last.at).until(day(send.at)).days;
  // Her zone may have changed in between.
  oracle.check(
    'a series keeps its rhythm',
    days < step.every.days - 1 && `${who}: ${days} days after the last`,
  );
}

/** Its time was over, or would have been before it might go. */
const late = [
  'too-late',
  'quiet-hours',
  'cap-reached',
  'yielded',
  'offer-given',
  'first-parcel',
  'case-open',
];
const isMissed = ({ state, because }: RecentSend) => state === 'skipped' && late.includes(because);
