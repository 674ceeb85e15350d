/** What a map draws from: the messages that ship in the name of the example shop, or this store’s own. */
import path from 'node:path';
import type { ScenarioSwitches } from '../../../shared/core/language/switches/scenario-switches.ts';
import type { Cap } from '../../../shared/core/record/engine-settings.ts';
import { exampleSettings } from '../../../shared/example/settings.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { settingsOf } from '../checkout-settings.ts';
import { productRoot } from '../library.ts';
import { type ShownShop, shownExample, thisShop } from '../samples/shown-shop.ts';
import { compiledFolder, shippedCompiled } from '../templates/library-build.ts';

export interface MapSource {
  readonly shop: ShownShop;
  /** The folder of the built messages. */
  readonly compiled: string;
  readonly caps: readonly Cap[];
  /** What is live is shown by them; absent: as each scenario says. */
  readonly switches?: ScenarioSwitches;
}

/** The same in each clone, whatever its store owns. */
export const shippedSource = (): MapSource => ({
  shop: shownExample,
  compiled: shippedCompiled(productRoot),
  caps: parseSettings(exampleSettings).caps,
});

export function ownSource(): MapSource {
  const { caps, scenarios: switches } = settingsOf(productRoot);
  return { shop: thisShop, compiled: path.join(productRoot, compiledFolder), caps, switches };
}
