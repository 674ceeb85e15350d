/** The whole smoke test, in its order; whatever it made is removed in the end. */
import { sentenceOf } from '../../terminal/refusal.ts';
import type { Target } from '../target/target.ts';
import { askAccount } from './account.ts';
import { type Ground, groundOf } from './ground.ts';
import { askIdentity } from './identity.ts';
import { travel } from './journey.ts';
import { journeysOf } from './journeys.ts';
import { askDeletion, askSignature, notAsked } from './last-questions.ts';
import { fail, pass, type Result } from './result.ts';
import { askScheduler } from './scheduler-questions.ts';

/** SES's other calls are limited to one a second for the whole account. */
const betweenSesCalls_s = 2;
/** Late events of a mail would write its touchpoint again after it was removed. */
const lateEvents_s = 60;

async function remove(ground: Ground): Promise<Result> {
  await ground.target.clock.wait(lateEvents_s);
  const left: string[] = [];
  for (const undo of ground.undo.toReversed()) {
    await undo().catch((error: unknown) => left.push(sentenceOf(error)));
  }
  if (left.length === 0) return pass('removal', 'everything this test made is removed');
  return fail('removal', `something is left under the name smoke-${ground.id}: ${left.join('; ')}`);
}

/** @param to an address that gets one mail to look at */
export async function runSmoke(
  target: Target,
  to: string | undefined,
  report: (result: Result) => void,
): Promise<void> {
  const ground = await groundOf(target);
  for (const result of await askIdentity(target)) report(result);
  if (!target.isLocal) await target.clock.wait(betweenSesCalls_s);
  for (const result of await askAccount(target)) report(result);
  try {
    await askScheduler(ground, report);
    await travel(ground, journeysOf(ground), report);
    report(await askDeletion(ground));
    report(await askSignature(ground, to));
  } finally {
    report(await remove(ground));
  }
  for (const result of notAsked) report(result);
}
