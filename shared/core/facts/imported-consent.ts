/** What an import says of consent is no newer word of hers, whatever its date: it fills gaps and lifts no refusal. */
import type { ConsentState } from '../record/customer.ts';
import { isBefore } from '../values/civil-time.ts';
import { emptyBoxSource, isHerOwnWord, isImported } from '../values/consent-source.ts';

const isImportedGrant = ({ is, source }: ConsentState) => is !== 'denied' && isImported(source);

/** Whether what is known stands against an imported grant: a refusal, or a grant of her own. */
export function standsAgainstImport(known: ConsentState | undefined, word: ConsentState): boolean {
  if (!known || !isImportedGrant(word) || isImported(known.source)) return false;
  if (known.is === 'denied') return known.source !== emptyBoxSource;
  return known.is === 'granted' && isHerOwnWord(known.source);
}

/** Whether a known imported grant gives way to a word of hers from before its date that comes late. */
export function importGivesWay(known: ConsentState | undefined, word: ConsentState): boolean {
  return !!known && isImportedGrant(known) && !isImported(word.source) && isBefore(word.at, known.at);
}
