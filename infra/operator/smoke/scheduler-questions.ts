/** What Scheduler answers to the odd cases its documentation is silent about. */
import { ConflictException, ValidationException } from '@aws-sdk/client-scheduler';
import type { Temporal } from 'temporal-polyfill';
import { sentenceOf } from '../../terminal/refusal.ts';
import { atExpression, createSchedule, deleteSchedule, type Ground } from './ground.ts';
import { fail, pass, type Result, skip } from './result.ts';

type Question = (ground: Ground, now: Temporal.Instant) => Promise<Result>;

/** The error a call ended with, if any. */
async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  );
}

const tomorrow = (now: Temporal.Instant) => atExpression(now.add({ hours: 24 }));

const past: Question = async (ground, now) => {
  const refused = await refusalOf(createSchedule(ground, 'past', atExpression(now.subtract({ hours: 1 }))));
  if (refused instanceof ValidationException) return pass('past at()', `refused: ${refused.message}`);
  const told = refused ? sentenceOf(refused) : 'Scheduler took a moment in the past';
  return fail(
    'past at()',
    `${told}; the engine counts on a ValidationException and then fills the lane itself`,
  );
};

const sameToken: Question = async (ground, now) => {
  await createSchedule(ground, 'token', tomorrow(now));
  const refused = await refusalOf(createSchedule(ground, 'token', tomorrow(now)));
  if (refused === undefined)
    return pass('same ClientToken', 'answered as the first time; nothing armed twice');
  if (refused instanceof ConflictException)
    return pass('same ClientToken', 'refused by ConflictException: armed already');
  return fail('same ClientToken', `the engine does not expect ${sentenceOf(refused)}`);
};

const nameAgain: Question = async (ground, now) => {
  await createSchedule(ground, 'again', tomorrow(now));
  await deleteSchedule(ground, 'again');
  const ClientToken = `smoke-${ground.id}-again-2`;
  const refused = await refusalOf(createSchedule(ground, 'again', tomorrow(now), { ClientToken }));
  const told = refused ? sentenceOf(refused) : 'the name is free at once';
  return pass('name after deletion', `${told} (the engine never uses a name twice)`);
};

const messageGroup: Question = async (ground, now) => {
  if (ground.target.isLocal)
    return skip('MessageGroupId', 'the embedded cloud does not look at SqsParameters');
  const Target = { SqsParameters: { MessageGroupId: 'smoke' } };
  const refused = await refusalOf(createSchedule(ground, 'group', tomorrow(now), { Target }));
  const told = refused ? `refused: ${sentenceOf(refused)}` : 'taken for a standard queue';
  return pass('MessageGroupId', `${told} (the engine sets none)`);
};

/** The next civil time that daylight saving skips in New York. */
export function nextGap(now: Temporal.Instant): string {
  const zone = 'America/New_York';
  let change = now.toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  // Two changes a year: the one after which the clock is further ahead skips an hour.
  while (change && change.offsetNanoseconds < change.subtract({ hours: 24 }).offsetNanoseconds) {
    change = change.getTimeZoneTransition('next');
  }
  if (!change) throw new Error(`${zone} has no daylight saving any more: choose another zone here.`);
  return change.toPlainDateTime().subtract({ minutes: 30 }).toString({ smallestUnit: 'second' });
}

const gap: Question = async (ground, now) => {
  const civil = nextGap(now);
  const refused = await refusalOf(
    createSchedule(ground, 'gap', `at(${civil})`, { ScheduleExpressionTimezone: 'America/New_York' }),
  );
  const told = refused ? `refused: ${sentenceOf(refused)}` : 'taken';
  return pass(
    'at() in a DST gap',
    `${civil} in New York, a time that does not exist, was ${told} (the engine arms in UTC)`,
  );
};

/** Asks one after the other. An answer nobody expected is a fail of that question alone. */
export async function askScheduler(ground: Ground, report: (result: Result) => void): Promise<void> {
  const questions = {
    'past at()': past,
    'same ClientToken': sameToken,
    'name after deletion': nameAgain,
    MessageGroupId: messageGroup,
    'at() in a DST gap': gap,
  };
  for (const [name, question] of Object.entries(questions)) {
    const now = await ground.target.clock.now();
    report(await question(ground, now).catch((error: unknown) => fail(name, sentenceOf(error))));
  }
}
