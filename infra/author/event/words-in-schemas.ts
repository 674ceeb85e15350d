/** The words that a field knows, told in its schema: spelling is free, so they are named there rather than enforced. */
import { knownWords } from '../../../shared/core/events/event-words.ts';

type Schema = { readonly [keyword: string]: unknown };

const says: Readonly<Record<string, string>> = {
  'consent.channel':
    'Mail where none is named. What is said of sms, post, phone, fax and app is kept and changes nothing for the others. In a denial an unknown word means every channel; in a grant it is refused. Case, width and blanks do not matter.',
  'consent.topics':
    'Everything but a course where none is named. In a denial an unknown word means all; in a grant it is refused. Case, width and blanks do not matter.',
  'wishes.frequency':
    'At most one marketing message in 7 days, or as often as the store may. Another word is refused. Case, width and blanks do not matter.',
  'wishes.pausedUntil': 'A day, or a time with an offset.',
};

const examples: Readonly<Record<string, readonly unknown[]>> = {
  ...knownWords,
  'consent.topics': [knownWords['consent.topics']],
  'wishes.pausedUntil': ['2026-12-24', '2026-12-24T00:00:00+09:00'],
};

/** The schema of a part, with what its fields know told beside their shape. */
export function withWords(part: string, schema: Schema): Schema {
  const fields = Object.entries(schema.properties as Readonly<Record<string, Schema>>);
  const told = fields.map(([name, shape]) => {
    const field = `${part}.${name}`;
    const description = says[field];
    return [name, description ? { description, examples: examples[field], ...shape } : shape];
  });
  return { ...schema, properties: Object.fromEntries(told) };
}
