import { localSettings } from '../../../shared/settings/local-settings.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { superstoreSettings } from '../../proof/demo/superstore-settings.ts';

/** Those of the deployment; the Superstore is a shop of its own. Throws `InvalidSettings`. */
export const settingsFor = (population: string): Settings =>
  localSettings(population === 'superstore' ? superstoreSettings : {});
