/** Marketing messages that the record no longer knows one by one, for caps that look further back. */
import type { LetterKind } from '../../language/message-standing.ts';
import { formOf } from '../record-fields.ts';

export interface OldLetter {
  /** The civil day of the customer on which it went, in days since 1970-01-01. */
  readonly day: number;
  readonly kind: LetterKind;
}

/** A letter each. Letters are stored: add others, and change none. */
const letters = { story: 'S', broadcast: 'B', asks: 'A', reminds: 'R' } as const satisfies Record<
  LetterKind,
  string
>;
const kinds = new Map<string, LetterKind>(
  Object.entries(letters).map(([kind, letter]) => [letter, kind as LetterKind]),
);

/** Oldest first; written as one text, each by its letter and the days since the one before. */
export const oldLetters = formOf<readonly OldLetter[], string, undefined>(
  (list) => {
    let before = 0;
    const text = list.map(({ day, kind }) => {
      const since = day - before;
      before = day;
      return `${letters[kind]}${since.toString(36)}`;
    });
    return text.length === 0 ? undefined : text.join('');
  },
  (text) => {
    let day = 0;
    return [...text.matchAll(/([A-Z])([0-9a-z]+)/g)].map(([, letter = '', since = '0']) => {
      day += Number.parseInt(since, 36);
      return { day, kind: kinds.get(letter) ?? 'story' };
    });
  },
);
