/** What can be typed about pauses. */
import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { scenarios } from '../../../shared/library.ts';
import type { Doing } from '../recovery/recovery-commands.ts';
import { type BrakeAction, type BrakeWords, brake, pauses } from './brakes.ts';

const wordsOf = ({ by, because, until }: Record<string, unknown>): BrakeWords => ({
  by: String(by),
  because: because as string | undefined,
  until: until as string | undefined,
});

const does = { pause: 'holds', resume: 'lets go' } as const;

export function addBrakes(program: Command, doing: Doing): void {
  const added = (action: BrakeAction) =>
    program
      .command(`${action} <what>`)
      .description(
        `${does[action]}: all mail; unconfirmed (the sign-up form too), marketing or transactional mail; or one scenario by its id`,
      )
      .option('--by <name>', 'who says so, for the record', userInfo().username)
      .option('--because <text>', 'why, for whoever finds it; a pause needs it')
      .action(
        doing((target, [what = ''], words) => brake(target, { ...wordsOf(words), action, what }, scenarios)),
      );
  added('pause').option('--until <when>', 'ends by itself then: 30m, 12h, 7d, a date or an ISO moment');
  added('resume');
  program
    .command('pauses')
    .description('who paused and resumed what, when and why')
    .action(doing((target) => pauses(target)));
}
