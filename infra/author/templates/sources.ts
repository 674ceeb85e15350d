/** Finds the files of every declared message, and those that nobody declared. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Episode, readEpisodes } from './episodes.ts';
import type { Problem } from './problems.ts';

/** What the build needs to know of the catalogue. */
export type Catalogue = Readonly<Record<string, SourceEntry>>;

export interface SourceEntry {
  readonly kind: 'transactional' | 'marketing';
  readonly eventFields: readonly string[];
  readonly variables: readonly string[];
  /** Of a series: how many texts it has in `<template>.<locale>.json`. */
  readonly numbered?: number;
}

/** One text file; `name` is relative to the folder of the templates. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** One message in one language: its own file and the layout files it includes. */
export interface Message {
  readonly template: string;
  readonly locale: string;
  readonly entry: SourceEntry;
  readonly file: SourceFile;
  readonly includes: readonly SourceFile[];
  /** Of a numbered message: what each number says of its own. */
  readonly episodes?: readonly Episode[] | undefined;
}

export const layoutFolder = 'layout';

/** Every declared message with its files; what is missing or left over comes back as problems. */
export function readSources(
  folder: string,
  catalogue: Catalogue,
  locales: readonly string[],
): { messages: Message[]; problems: Problem[] } {
  const messages: Message[] = [];
  const problems: Problem[] = [];
  const expected = new Set<string>();
  for (const [template, entry] of Object.entries(catalogue)) {
    for (const locale of locales) {
      const name = `${template}.${locale}.mjml`;
      expected.add(name);
      if (!existsSync(join(folder, name))) {
        problems.push({
          file: name,
          what: `is declared in catalogue.ts but not there: write it, or remove "${template}"`,
        });
        continue;
      }
      const file = read(folder, name);
      const found = includesOf(folder, file);
      problems.push(...found.problems);
      const message: Message = { template, locale, entry, file, includes: found.files };
      if (entry.numbered === undefined) {
        messages.push(message);
        continue;
      }
      const texts = `${template}.${locale}.json`;
      expected.add(texts);
      const series = readEpisodes(folder, texts, entry.numbered);
      problems.push(...series.problems);
      messages.push({ ...message, episodes: series.episodes });
    }
  }
  for (const name of sourceFiles(folder)) {
    if (expected.has(name) || name.startsWith(`${layoutFolder}/`)) continue;
    problems.push({ file: name, what: 'is declared by nobody: add it to catalogue.ts, or remove the file' });
  }
  return { messages, problems };
}

/** The MJML, and the texts of series: JSON in the folder of a message. Other folders' JSON is not of messages. */
function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.mjml') || /^[^/]+\/[^/]+\.[a-z]{2}\.json$/.test(name))
    .sort();
}

function read(folder: string, name: string): SourceFile {
  return { name, text: readFileSync(join(folder, name), 'utf8') };
}

function includesOf(folder: string, file: SourceFile): { files: SourceFile[]; problems: Problem[] } {
  const files: SourceFile[] = [];
  const problems: Problem[] = [];
  for (const match of file.text.matchAll(/<mj-include\s[^>]*path="([^"]+)"/g)) {
    const name = posix.join(posix.dirname(file.name), match[1] ?? '');
    const line = lineAt(file.text, match.index);
    if (!name.startsWith(`${layoutFolder}/`)) {
      problems.push({
        file: file.name,
        line,
        what: `includes ${name}: include only files of ${layoutFolder}/`,
      });
    } else if (!existsSync(join(folder, name))) {
      problems.push({ file: file.name, line, what: `includes ${name}, which is not there: mend the path` });
    } else {
      const included = read(folder, name);
      const below = includesOf(folder, included);
      files.push(included, ...below.files);
      problems.push(...below.problems);
    }
  }
  return { files, problems };
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
