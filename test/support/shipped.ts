/** The library that ships, without what a store owns: the tests are about it, so that they hold in a store's clone too. */
import { productRoot } from '../../infra/author/library.ts';
import { shownExample } from '../../infra/author/samples/shown-shop.ts';
import { shippedCompiled } from '../../infra/author/templates/library-build.ts';
import type { MessageEntry, Program } from '../../shared/core/language/program.ts';
import type { TemplateName } from '../../shared/core/language/register.ts';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { shippedLibrary } from '../../shared/library.ts';

import { store } from '../../shared/store/store.ts';

export { locales } from '../../shared/library.ts';
export { segments } from '../../shared/programs/segments.ts';

/** What plays of it stand on. */
export const shippedPlay = {
  ...shownExample,
  segments: shippedLibrary.segments,
  surveys: shippedLibrary.surveys,
  compiled: shippedCompiled(productRoot),
};

const own = new Set(Object.values<Program>(store.programs).flatMap((program) => program.scenarios));

/** What scenarios are played with: what ships, unless one of them is the store’s own; then all there is. */
export const libraryOf = (played: readonly Scenario[]) =>
  played.some((one) => own.has(one)) ? undefined : shippedPlay;

export const { scenarios, surveys } = shippedLibrary;
export const catalogue = shippedLibrary.messages as Readonly<Record<TemplateName, MessageEntry>>;
