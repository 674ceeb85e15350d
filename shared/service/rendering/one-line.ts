/** Control characters, line and paragraph separators, and marks that turn the direction of what follows. */
const unseen = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu;

/** Made when a line is too long: it takes milliseconds to make, and most mails have no such line. */
let characters: Intl.Segmenter | undefined;

/** A single line of at most `max` characters as a reader counts them; nothing in it can begin another header. */
export function oneLine(text: string, max: number): string {
  const line = text.toWellFormed().replaceAll(unseen, ' ').replaceAll(/\s+/g, ' ').trim();
  if (line.length <= max) return line;
  characters ??= new Intl.Segmenter();
  const parts = [...characters.segment(line.slice(0, max * 4))].map((part) => part.segment);
  const kept = parts.slice(0, max).join('').toWellFormed();
  return kept === line ? line : `${kept.trimEnd()}…`;
}
