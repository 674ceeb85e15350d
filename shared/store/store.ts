/** What this store owns. Upstream never touches this folder again: docs/authoring.md says what may lie in it. */
import type { StoreRoom } from '../core/language/store-room.ts';

export const store = {
  programs: {},
  segments: [],
  facts: {},
  lives: [],
  settings: {},
} as const satisfies StoreRoom;
