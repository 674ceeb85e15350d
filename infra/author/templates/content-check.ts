/** Asks of a compiled message what the law, the mail programs and strict rendering ask. */
import type { Liquid } from 'liquidjs';
import { samples } from '../samples/sample-data.ts';
import type { Compiled } from './compile-template.ts';
import { numberedEpisodes } from './episodes.ts';
import type { Problem } from './problems.ts';
import type { Message } from './sources.ts';

/** Mail programs cut off a longer HTML part (Gmail at 102 KB). */
const maxHtml_bytes = 100_000;

const everyFooter = ['sender.legalName', 'sender.postalAddress', 'sender.inquiryContact'];

/**
 * The footer's duties: Japan's Act on Regulation of Transmission of Specified Electronic Mail, article 4, and
 * CAN-SPAM, section 5(a)(5), ask advertising mail for sender, address and opt-out.
 */
export function checkFooter(message: Message, paths: ReadonlySet<string>): Problem[] {
  const file = message.file.path;
  const wanted = message.entry.kind === 'marketing' ? [...everyFooter, 'links.unsubscribe'] : everyFooter;
  const problems: Problem[] = wanted
    .filter((path) => !paths.has(path))
    .map((path) => ({
      file,
      what: `never shows {{ ${path} }}: include the footer for ${message.entry.kind} mail`,
    }));
  if (message.entry.kind === 'transactional' && paths.has('links.unsubscribe')) {
    problems.push({
      file,
      what: 'a transactional mail has no opt-out: include the footer for transactional mail',
    });
  }
  return problems;
}

/** What a numbered message shows of its number, and only such a one: else it would fail when it is sent. */
export function checkNumbers(message: Message, paths: ReadonlySet<string>): Problem[] {
  const file = message.file.path;
  const own = [...paths].filter((path) => /^(series|episode)\./.test(path));
  if (message.entry.numbered === undefined) {
    return own.map((path) => ({
      file,
      what: `shows {{ ${path} }} and is no series: give it "numbered" in messages.ts, or take it out`,
    }));
  }
  if (own.includes('episode.paragraphs')) return [];
  return [{ file, what: 'never shows {{ episode.paragraphs }}: every number would say the same' }];
}

/** Renders every part with every sample as strictly as when it is sent. */
export function checkRendering(liquid: Liquid, message: Message, compiled: Compiled): Problem[] {
  const problems = new Set<string>();
  for (const { name, scope } of scopesOf(message)) {
    for (const part of ['subject', 'html', 'text'] as const) {
      try {
        const text: string = liquid.parseAndRenderSync(compiled[part], scope);
        if (text.trim() === '') problems.add(`its ${part} is empty for ${name}: give it words of its own`);
        if (Buffer.byteLength(text) > maxHtml_bytes) {
          problems.add(`its ${part} has over ${maxHtml_bytes} bytes for ${name}: limit its loops`);
        }
      } catch (error) {
        const [what] = (error instanceof Error ? error.message : String(error)).split(/, line:\d+|\n/);
        problems.add(`its ${part} fails for ${name}: ${what}; ask {% if %} first, or give a default`);
      }
    }
  }
  return [...problems].map((what) => ({ file: message.file.path, what }));
}

/** The samples; of a series each with the numbers that tell most. */
function scopesOf({ episodes }: Message): readonly { readonly name: string; readonly scope: object }[] {
  if (!episodes) return samples;
  return samples.flatMap(({ name, scope }) =>
    numberedEpisodes(episodes).map(({ number, episode }) => ({
      name: `number ${number} and ${name}`,
      scope: { ...scope, series: { number, of: episodes.length }, episode },
    })),
  );
}
