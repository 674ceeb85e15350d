/** The shipped library under the rhythm that facts choose. */
import { mergedLibrary } from '../../shared/core/language/merged-library.ts';
import type { RhythmFacts } from '../../shared/core/language/rhythm/rhythm.ts';
import { rhythms } from '../../shared/programs/rhythms.ts';
import { segments } from '../../shared/programs/segments.ts';
import { shipped } from '../../shared/programs/shipped.ts';

export function shippedUnder(facts: RhythmFacts) {
  const ours = { programs: shipped, segments, facts: { rhythms } };
  const library = mergedLibrary(ours, { programs: {}, segments: [], facts });
  return {
    segments: library.segments,
    /** The scenarios of these ids, let in whatever they say of it. */
    only: (...ids: readonly string[]) =>
      library.scenarios.filter(({ id }) => ids.includes(id)).map((one) => ({ ...one, enabled: true })),
  };
}
