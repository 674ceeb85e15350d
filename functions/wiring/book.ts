/** The scenarios that a function runs: of a bundle the file beside it, which was checked as it was made; else the source, checked now. */
import { join } from 'node:path';
import { readCheckedLibrary } from '../../shared/aws/checked-library.ts';
import * as library from '../../shared/library.ts';
import {
  type DeployedLibrary,
  deployedBook,
  deployedCheckedBook,
} from '../../shared/service/saving/deployed-book.ts';
import type { Settings } from '../../shared/settings/settings.ts';

/** Given by `infra/stack/functions/bundling.ts`, which then leaves the library's source out: the digest of `library.json`. */
declare const CHECKED_LIBRARY: string | undefined;

/** Throws `InvalidScenario`, `UnknownScenarioSwitch`; in a bundle `UncheckedLibrary`. */
export const bookFor = (settings: Pick<Settings, 'scenarios'>) =>
  typeof CHECKED_LIBRARY === 'string'
    ? deployedCheckedBook(
        readCheckedLibrary<DeployedLibrary>(join(import.meta.dirname, 'library.json'), CHECKED_LIBRARY),
        settings,
      )
    : deployedBook(library, settings);
