import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../../shared/settings/settings.ts';
import { readSettings } from '../stack/read-settings.ts';
import { OperatorRefusal } from '../terminal/refusal.ts';

/** The settings of a checkout's cdk.json. Throws `InvalidSettings` or {@link OperatorRefusal}. */
export function settingsOf(root: string): Settings {
  let context: { readonly tsunagu?: unknown } | undefined;
  try {
    ({ context } = JSON.parse(readFileSync(path.join(root, 'cdk.json'), 'utf8')));
  } catch (error) {
    throw new OperatorRefusal(`cdk.json cannot be read (${String(error)}): mend it.`);
  }
  return readSettings(context?.tsunagu);
}
