/** The texts of a series: one file for each language of a numbered message, with a title and paragraphs for each number. */
import * as z from 'zod/mini';
import type { Problem } from './problems.ts';
import { readText, type TextFiles } from './text-files.ts';

/** What one message of a series says of its own. Shown as text: no Liquid is read in it. */
export interface Episode {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const words = (max: number) => z.string().check(z.regex(/\S/), z.maxLength(max));
const episode = z.strictObject({
  title: words(150),
  paragraphs: z.array(words(2000)).check(z.minLength(1), z.maxLength(40)),
});

/** Of `<template>.<locale>.json`; `numbered`: how many its declaration promises. */
export function readEpisodes(
  texts: TextFiles,
  name: string,
  numbered: number,
): { episodes: readonly Episode[]; problems: Problem[] } {
  const found = readText(texts, name);
  const file = found?.path ?? texts.wanted(name);
  const refused = (what: string) => ({ episodes: [], problems: [{ file, what }] });
  if (!found)
    return refused(
      `is not there: write the ${numbered} texts of the series as [{ title, paragraphs: [] }, …]`,
    );
  let data: unknown;
  try {
    data = JSON.parse(found.text);
  } catch (error) {
    return refused(`is no JSON (${error instanceof Error ? error.message : error}): mend it`);
  }
  if (!Array.isArray(data)) return refused('is no list: write [{ title, paragraphs: [] }, …]');
  const problems = data.flatMap((one, i) =>
    faultsOf(one).map((fault) => ({ file, what: `number ${i + 1}: ${fault}` })),
  );
  if (data.length !== numbered) {
    const what = `has ${data.length} texts and messages.ts says numbered: ${numbered}; every language has as many`;
    problems.push({ file, what });
  }
  return problems.length > 0 ? { episodes: [], problems } : { episodes: data as Episode[], problems };
}

function faultsOf(one: unknown): string[] {
  const read = episode.safeParse(one);
  if (!read.success) {
    const [issue] = read.error.issues;
    const place = issue?.path.join('.') || 'the text';
    return [
      `${place} is not right: give a "title" of at most 150 characters and 1 to 40 "paragraphs" of at most 2000`,
    ];
  }
  const liquid = [read.data.title, ...read.data.paragraphs].some((text) => /\{\{|\{%/.test(text));
  return liquid ? ['"{{" would be shown as it stands: texts of a series have no variables'] : [];
}

/** Episodes that show what a message must bear: the first, the last, and the one with most text. */
export function numberedEpisodes(
  episodes: readonly Episode[],
): readonly { number: number; episode: Episode }[] {
  const size = ({ title, paragraphs }: Episode) => title.length + paragraphs.join('').length;
  const longest = episodes.reduce((best, one, i) => {
    const known = episodes[best];
    return known && size(one) > size(known) ? i : best;
  }, 0);
  const chosen = [...new Set([0, longest, episodes.length - 1])];
  return chosen.flatMap((i) => {
    const episode = episodes[i];
    return episode ? [{ number: i + 1, episode }] : [];
  });
}
