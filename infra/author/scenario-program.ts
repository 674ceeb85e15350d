/** The commands about scenarios: what can be typed, and what it does. */
import { Command, CommanderError } from 'commander';
import { sentenceOf, WrongUsage } from '../terminal/refusal.ts';
import type { Terminal } from '../terminal/report.ts';
import { ReportedAsWrong } from './acting.ts';
import { loadLibrary, productRoot } from './library.ts';

/** Runs what was typed. Resolves to the exit code: 0 good, 1 something is wrong, 2 wrong usage. */
export async function runScenario(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const program = await programOf(terminal);
    await program.parseAsync(words.flatMap(parted), { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof ReportedAsWrong) return 1;
    // Commander has written its own words already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.err(`${sentenceOf(error)}\n`);
    return error instanceof WrongUsage ? 2 : 1;
  }
}

/** `--order@20d` is `--order @20d`. */
function parted(word: string): string[] {
  const [, option, when] = /^(--[a-z]+)(@.+)$/.exec(word) ?? [];
  return option && when ? [option, when] : [word];
}

async function programOf(terminal: Terminal): Promise<Command> {
  const { addAll } = await import('./scenario-commands.ts').catch(inASentence);
  const program = new Command('npm run scenario --')
    .description(
      'Checks, draws, plays, locks, compares, begins and takes over scenarios, and asks what an event would start.',
    )
    .option('--json', 'prints it as JSON')
    .addHelpText('after', '\nExit codes: 0 good, 1 something is wrong, 2 wrong usage.')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();
  addAll(program);
  return program;
}

/** The commands cannot even be loaded while a program is broken: the library says why. */
async function inASentence(error: unknown): Promise<never> {
  await loadLibrary(productRoot);
  throw error;
}
