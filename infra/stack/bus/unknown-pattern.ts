/** Which events are nobody's: by a name that is misspelt, or a source that is. */
import { factNames, orderNames } from '../../../shared/core/language/profile-events.ts';
import { engineSource } from '../../../shared/ports/bus.ts';

type Wanted = string | { readonly 'anything-but': readonly string[] };

export type UnknownPattern = {
  readonly source: readonly Wanted[];
  readonly 'detail-type': readonly Wanted[];
};

/** The patterns of the two rules. An event of a known name that no scenario asks for is in neither. */
export function unknownPatterns(eventSource: string): Record<'misnamed' | 'misplaced', UnknownPattern> {
  const known = [...factNames, ...orderNames].sort();
  return {
    misnamed: { source: [eventSource], 'detail-type': [{ 'anything-but': known }] },
    misplaced: { source: [{ 'anything-but': [eventSource, engineSource] }], 'detail-type': known },
  };
}
