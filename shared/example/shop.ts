/** The example shop: what previews, pictures, plays and the journey map show where the store says nothing of its own. */
import type { StoreFacts, StoreRoom } from '../core/language/store-room.ts';
import { interests, values } from './preferences.ts';
import { exampleSamples } from './sample-words.ts';
import { brandLook, sender } from './sender.ts';
import { exampleSettings } from './settings.ts';

export const exampleShop = {
  programs: {},
  segments: [],
  facts: { interests, values, sender, look: brandLook, samples: exampleSamples },
  settings: exampleSettings,
} as const satisfies StoreRoom & { readonly facts: StoreFacts };
