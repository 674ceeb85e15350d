/** Whose messages are shown, and in whose name: this store’s, or those that ship in the name of the example shop. */
import type { MessageEntry } from '../../../shared/core/language/program.ts';
import type { StoreFacts } from '../../../shared/core/language/store-room.ts';
import { exampleShop } from '../../../shared/example/shop.ts';
import { catalogue, facts, shippedLibrary } from '../../../shared/library.ts';

export interface ShownShop {
  readonly catalogue: Readonly<Record<string, MessageEntry>>;
  readonly facts: StoreFacts;
}

export const thisShop: ShownShop = { catalogue, facts };

export const shownExample: ShownShop = { catalogue: shippedLibrary.messages, facts: exampleShop.facts };
