/** Which events are nobody's: by a name that is misspelt, or a source that is. */
import { eventCatalogue } from '../../../shared/core/events/event-catalogue.ts';
import { commandNames } from '../../../shared/core/events/event-schema-command.ts';
import { ownEvents } from '../../../shared/core/language/profile-events.ts';
import { engineSource } from '../../../shared/ports/bus.ts';

type Wanted = string | { readonly 'anything-but': readonly string[] };

export type UnknownPattern = {
  readonly source: readonly Wanted[];
  readonly 'detail-type': readonly Wanted[];
};

const isFromStore = (name: string) => !ownEvents.includes(name);

/** What a storefront may tell: facts. `CustomerMerged` is one that cannot be taken back. */
export const factNames: readonly string[] = Object.keys(eventCatalogue)
  .filter((name) => isFromStore(name) && name !== 'CustomerMerged')
  .sort();

/** What changes or takes away a customer, or lets somebody in: not every producer should. */
export const orderNames: readonly string[] = [...commandNames, 'CustomerMerged'].sort();

/** The patterns of the two rules. An event of a known name that no scenario asks for is in neither. */
export function unknownPatterns(eventSource: string): Record<'misnamed' | 'misplaced', UnknownPattern> {
  const known = [...factNames, ...orderNames].sort();
  return {
    misnamed: { source: [eventSource], 'detail-type': [{ 'anything-but': known }] },
    misplaced: { source: [{ 'anything-but': [eventSource, engineSource] }], 'detail-type': known },
  };
}
