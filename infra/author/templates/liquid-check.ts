/** Reads Liquid without rendering it: syntax, unknown filters, and variables that the catalogue does not declare. */
import { type Liquid, LiquidError, type StaticAnalysis } from 'liquidjs';
import { filterProblems } from './filter-arguments.ts';
import { linkProblems } from './link-fields.ts';
import type { Problem } from './problems.ts';
import type { Message } from './sources.ts';
import type { SourceFile } from './text-files.ts';

export interface LiquidFindings {
  readonly problems: readonly Problem[];
  /** Paths used, those through a loop's variable in full: `order.items.name`. */
  readonly paths: ReadonlySet<string>;
}

/** Checks the Liquid of one file against the paths its message may name. */
export function checkLiquid(liquid: Liquid, file: SourceFile, allowed: readonly string[]): LiquidFindings {
  let analysis: StaticAnalysis;
  try {
    analysis = liquid.parseAndAnalyzeSync(file.text, undefined, { partials: false });
  } catch (error) {
    return { problems: [syntaxProblem(file, error)], paths: new Set() };
  }
  const aliases = aliasesOf(file.text);
  const paths = new Set<string>();
  const problems = [...filterProblems(file), ...linkProblems(file)];
  for (const variable of Object.values(analysis.variables).flat()) {
    const line = variable.location.row;
    const keys = variable.segments.filter((segment) => typeof segment !== 'number');
    if (!keys.every((key) => typeof key === 'string')) {
      problems.push({
        file: file.path,
        line,
        what: `"${variable}" looks a name up at run time: name the path itself`,
      });
      continue;
    }
    for (const path of resolve(keys, aliases)) {
      paths.add(path);
      if (allowed.some((other) => covers(other, path))) continue;
      const what = `uses "${path}", which messages.ts does not declare for it: add it there, or remove it here`;
      problems.push({ file: file.path, line, what });
    }
  }
  return { problems, paths };
}

/** Declared event fields that no language of a message names: they would fill the record for nothing. */
export function unusedFields(
  messages: readonly Message[],
  used: ReadonlyMap<string, Set<string>>,
): Problem[] {
  const problems: Problem[] = [];
  for (const { template, entry } of new Map(
    messages.map((message) => [message.template, message]),
  ).values()) {
    for (const field of entry.eventFields) {
      if ([...(used.get(template) ?? [])].some((path) => path === field || path.startsWith(`${field}.`)))
        continue;
      problems.push({
        file: 'messages.ts',
        what: `"${template}" declares ${field}, which no language names: remove it`,
      });
    }
  }
  return problems;
}

function syntaxProblem(file: SourceFile, error: unknown): Problem {
  if (!LiquidError.is(error)) throw error;
  const [line] = error.token.getPosition();
  const [what] = error.message.split(/, line:\d+|\n/);
  return { file: file.path, line, what: `${what}: mend the Liquid tag` };
}

/** `order` and `order.items` lead to `order.items.name`; what lies below a declared path is declared with it. */
function covers(declared: string, path: string): boolean {
  return declared === path || declared.startsWith(`${path}.`) || path.startsWith(`${declared}.`);
}

const ofLists = new Set(['first', 'last', 'size']);
const madeByLiquid = new Set(['forloop', 'tablerowloop']);

type Aliases = ReadonlyMap<string, readonly string[]>;

/** What a loop or an assignment names anew. A name made of text alone stands for no path. */
function aliasesOf(text: string): Aliases {
  const aliases = new Map<string, string[]>();
  const add = (name: string, path: string) => aliases.set(name, [...(aliases.get(name) ?? []), path]);
  for (const [, name = '', list = ''] of text.matchAll(/\{%-?\s*for\s+([\w-]+)\s+in\s+([\w.[\]-]+)/g))
    add(name, list);
  for (const [, name = '', value = ''] of text.matchAll(/\{%-?\s*assign\s+([\w-]+)\s*=\s*([\w.[\]-]*)/g)) {
    add(name, /^[a-z_]/i.test(value) ? value : '');
  }
  for (const [, name = ''] of text.matchAll(/\{%-?\s*(?:capture|increment|decrement)\s+([\w-]+)/g))
    add(name, '');
  return aliases;
}

/** The full paths a variable may stand for; none for a name made by Liquid itself. */
function resolve(keys: readonly string[], aliases: Aliases, depth = 0): string[] {
  const [root = '', ...rest] = keys;
  if (madeByLiquid.has(root)) return [];
  const meant = aliases.get(root);
  if (!meant || depth > 8)
    return [[root, ...rest].filter((key, at) => at === 0 || !ofLists.has(key)).join('.')];
  return meant.flatMap((path) => {
    if (path === '') return [];
    const names = path.replaceAll(/\[\d+\]/g, '').split('.');
    return resolve([...names, ...rest], aliases, depth + 1);
  });
}
