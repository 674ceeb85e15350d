/** Finds the files of every declared message, and those that nobody declared. */
import { posix } from 'node:path';
import { type Episode, readEpisodes } from './episodes.ts';
import type { Problem } from './problems.ts';
import { readText, type SourceFile, type TextFiles } from './text-files.ts';

/** What the build needs to know of the catalogue. */
export type Catalogue = Readonly<Record<string, SourceEntry>>;

interface SourceEntry {
  readonly kind: 'transactional' | 'marketing';
  readonly eventFields: readonly string[];
  readonly variables: readonly string[];
  /** Of a series: how many texts it has in `<template>.<locale>.json`. */
  readonly numbered?: number;
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

/** What an include names begins with. */
const layout = 'layout/';

/** Every declared message with its files; what is missing or left over comes back as problems. */
export function readSources(
  texts: TextFiles,
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
      const file = readText(texts, name);
      if (!file) {
        problems.push({
          file: texts.wanted(name),
          what: `is declared in messages.ts but not there: write it, or remove "${template}"`,
        });
        continue;
      }
      const found = includesOf(texts, file);
      problems.push(...found.problems);
      const message: Message = { template, locale, entry, file, includes: found.files };
      if (entry.numbered === undefined) {
        messages.push(message);
        continue;
      }
      const told = `${template}.${locale}.json`;
      expected.add(told);
      const read = readEpisodes(texts, told, entry.numbered);
      problems.push(...read.problems);
      messages.push({ ...message, episodes: read.episodes });
    }
  }
  for (const [name, path] of [...texts.files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (expected.has(name) || name.startsWith(layout)) continue;
    problems.push({
      file: path,
      what: 'is declared by nobody: add it to messages.ts of its program, or remove the file',
    });
  }
  return { messages, problems };
}

function includesOf(texts: TextFiles, file: SourceFile): { files: SourceFile[]; problems: Problem[] } {
  const files: SourceFile[] = [];
  const problems: Problem[] = [];
  for (const { name, index } of includedBy(file.text)) {
    const wrong = (what: string) =>
      problems.push({ file: file.path, line: lineAt(file.text, index), what: `includes ${name}${what}` });
    const included = readText(texts, name);
    if (!name.startsWith(layout)) wrong(': include only files of layout/, such as "layout/head.mjml"');
    else if (!included) wrong(', which is not there: mend the path');
    else if (includedBy(included.text).length > 0) wrong(', which includes a file itself: put both here');
    else files.push(included);
  }
  return { files, problems };
}

const include = /(<mj-include\s[^>]*path=")([^"]+)(")/g;

const includedBy = (text: string) =>
  [...text.matchAll(include)].map((match) => ({
    name: posix.normalize(match[2] ?? ''),
    index: match.index,
  }));

/** The text of a message whose includes name their files from the root, as the compiler reads them. */
export function withPlacedIncludes({ file, includes }: Message): string {
  const places = new Map(includes.map(({ name, path }) => [name, path]));
  return file.text.replaceAll(
    include,
    (_, open, name, close) => `${open}${places.get(posix.normalize(name)) ?? name}${close}`,
  );
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
