/** Sources in, compiled messages out: all of them, or every problem there is and not a file changed. */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileTemplate } from './compile-template.ts';
import { checkFooter, checkNumbers, checkRendering } from './content-check.ts';
import { type KeptMessages, keptMessages } from './kept-messages.ts';
import { checkLiquid, unusedFields } from './liquid-check.ts';
import { checkingEngine } from './liquid-engine.ts';
import { outputName } from './output-name.ts';
import { type Problem, TemplateProblems } from './problems.ts';
import { type Catalogue, type Message, readSources } from './sources.ts';
import type { TextFiles } from './text-files.ts';
import { stampOf } from './up-to-date.ts';

export interface Build {
  readonly texts: TextFiles;
  /** The folder of the compiled messages. */
  readonly to: string;
  readonly catalogue: Catalogue;
  readonly locales: readonly string[];
  /** Hash of all that the outcome depends on. */
  readonly sources: string;
  /** Messages compiled before; a cache beside the installed packages unless given. */
  readonly kept?: KeptMessages;
}

/** Builds every message. Throws {@link TemplateProblems}; then nothing was written. Returns how many there are. */
export async function buildTemplates(build: Build): Promise<number> {
  const { messages, problems } = readSources(build.texts, build.catalogue, build.locales);
  const liquid = checkingEngine();
  const { kept = keptMessages() } = build;
  const outputs: Record<string, string> = {};
  const used = new Map<string, Set<string>>();
  for (const message of messages) {
    const found = await buildMessage(build.texts.root, message, liquid, kept);
    problems.push(...found.problems);
    used.set(message.template, new Set([...(used.get(message.template) ?? []), ...found.paths]));
    if (found.compiled)
      outputs[outputName(message.template, message.locale)] = JSON.stringify(found.compiled);
  }
  if (problems.length === 0) problems.push(...unusedFields(messages, used));
  if (problems.length > 0) throw new TemplateProblems(distinct(problems));
  write(build, outputs);
  kept.tidy();
  return messages.length;
}

async function buildMessage(
  root: string,
  message: Message,
  liquid: ReturnType<typeof checkingEngine>,
  kept: KeptMessages,
) {
  const allowed = [...message.entry.eventFields, ...message.entry.variables];
  const findings = [message.file, ...message.includes].map((file) => checkLiquid(liquid, file, allowed));
  const paths = new Set(findings.flatMap((finding) => [...finding.paths]));
  const problems = [
    ...findings.flatMap((finding) => finding.problems),
    ...checkFooter(message, paths),
    ...checkNumbers(message, paths),
  ];
  const known = problems.length === 0 ? kept.find(message) : undefined;
  const compiled = known ?? (await compileTemplate(root, message));
  if (!('html' in compiled)) return { paths, problems: [...problems, ...compiled], compiled: undefined };
  if (!known && problems.length === 0) {
    problems.push(...checkRendering(liquid, message, compiled));
    if (problems.length === 0) kept.keep(message, compiled);
  }
  const { episodes } = message;
  return { paths, problems, compiled: episodes ? { ...compiled, episodes } : compiled };
}

/** A mistake in a shared layout file is found once for each message that includes it. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [`${one.file}:${one.line}:${one.what}`, one])).values()];
}

/** Each file is replaced at once, the stamp last, so that builds side by side do no harm. */
function write(build: Build, outputs: Readonly<Record<string, string>>): void {
  mkdirSync(build.to, { recursive: true });
  for (const [name, text] of [...Object.entries(outputs), stampOf(build.sources, outputs)]) {
    const draft = join(build.to, `${name}.${process.pid}.draft`);
    writeFileSync(draft, text);
    renameSync(draft, join(build.to, name));
  }
  for (const name of readdirSync(build.to)) {
    if (name.endsWith('.json') && name !== '.stamp.json' && !Object.hasOwn(outputs, name))
      rmSync(join(build.to, name));
  }
}
