/** What an import says of consent is no newer statement, whatever its date: it fills gaps and lifts no refusal. */
import type { ConsentState } from '../record/customer.ts';
import { isBefore } from '../values/civil-time.ts';
import { emptyBoxSource, isImported, isOwnStatement } from '../values/consent-source.ts';

const isImportedGrant = ({ is, source }: ConsentState) => is !== 'denied' && isImported(source);

/** Whether what is known stands against an imported grant: a refusal, or a grant of her own. */
export function standsAgainstImport(known: ConsentState | undefined, stated: ConsentState): boolean {
  if (!known || !isImportedGrant(stated) || isImported(known.source)) return false;
  if (known.is === 'denied') return known.source !== emptyBoxSource;
  return known.is === 'granted' && isOwnStatement(known.source);
}

/** Whether a known imported grant gives way to a word of hers from before its date that comes late. */
export function importGivesWay(known: ConsentState | undefined, stated: ConsentState): boolean {
  return !!known && isImportedGrant(known) && !isImported(stated.source) && isBefore(stated.at, known.at);
}
