/** The settings of a checkout that is laid out beside this one. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { localSettingsOf } from '../../../shared/settings/local-settings.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type * as StoreFile from '../../../shared/store/store.ts';

/** @param ours where it has no cdk.json. Throws `InvalidSettings` where what it says is none any more. */
export async function settingsIn(root: string, ours: Settings): Promise<Settings> {
  const file = path.join(root, 'cdk.json');
  if (!existsSync(file)) return ours;
  const { context } = JSON.parse(readFileSync(file, 'utf8')) as { context?: { tsunagu?: object } };
  const own = pathToFileURL(path.join(root, 'shared', 'store', 'store.ts')).href;
  const { store }: typeof StoreFile = await import(/* @vite-ignore */ own);
  return localSettingsOf({ ...context?.tsunagu, ...store.settings });
}
