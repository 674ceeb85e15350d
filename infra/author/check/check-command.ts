/** `check`: is every registered scenario right, with its messages, its versions and the settings of cdk.json? */
import type { Command } from 'commander';
import { acting } from '../acting.ts';
import { productRoot } from '../library.ts';
import { reachBar } from '../reach/reach-bar.ts';
import { check } from './checked.ts';
import { everyLifeFindings } from './every-life.ts';

export function addCheck(program: Command): void {
  program
    .command('check')
    .description(
      'every registered scenario by shape and by meaning, its messages in every language, its versions',
    )
    .option(
      '--reach',
      'plays every life too: who gets each live message of those who should (about a minute)',
    )
    .action(
      acting<{ readonly reach?: boolean }>((_, { reach }) =>
        check(productRoot, reach ? (library) => everyLifeFindings(library, reachBar) : undefined),
      ),
    );
}
