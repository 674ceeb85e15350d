import { localSettings } from '../../../../shared/settings/local-settings.ts';
import { namesOf } from '../../../stack/names.ts';
import { labEnvironment } from '../lab/environment.ts';
import { type Bundle, bundleOf, functionNames } from './bundles.ts';
import { type ImportTime, importTime } from './import-times.ts';

export interface BundleFigures {
  readonly bytes: number;
  readonly zodMini: boolean;
  readonly zodWhole: boolean;
  readonly import: ImportTime;
  /** The six biggest packages; '.' is the product itself. */
  readonly biggest: Readonly<Record<string, number>>;
}

/** Which of zod's two forms a bundle holds. */
export const holds = ({ files }: Bundle, part: 'mini' | 'classic') =>
  files.some((file) => file.includes(`node_modules/zod/v4/${part}/`));

/** Sizes and import times of every function's bundle. */
export async function bundleFigures(): Promise<Record<string, BundleFigures>> {
  const settings = localSettings();
  const environment = labEnvironment(settings, namesOf(settings), 'http://127.0.0.1:9');
  const found: Record<string, BundleFigures> = {};
  for (const name of functionNames) {
    const bundle = await bundleOf(name);
    found[name] = {
      bytes: bundle.bytes,
      zodMini: holds(bundle, 'mini'),
      zodWhole: holds(bundle, 'classic'),
      import: await importTime(bundle, environment),
      biggest: Object.fromEntries(Object.entries(bundle.packages).slice(0, 6)),
    };
  }
  return found;
}
