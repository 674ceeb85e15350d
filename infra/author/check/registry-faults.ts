/** What scenarios name of one another, and of the versions before them. */

import { comparisonsOf, filtersOf } from '../../../shared/core/language/check/check-filter.ts';
import { segmentFaults } from '../../../shared/core/language/check/check-segments.ts';
import type { Filter } from '../../../shared/core/language/filter.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { isMessage } from '../../../shared/core/language/steps.ts';
import { fileOf, fileOfSegment, type Library } from '../library.ts';
import type { Finding } from './finding.ts';

/** Faults of segments, of messages of other scenarios that filters ask for, and of moves from a version that is there. */
export function namesBeyond(library: Library): Finding[] {
  const segments = library.segments ?? [];
  const ofSegments = segmentFaults(segments).map((says) => {
    const [, name = ''] = /^segment "([^"]+)"/.exec(says) ?? [];
    return { file: fileOfSegment(library, name), says };
  });
  const messages = new Set(
    library.scenarios.flatMap((one) =>
      (one?.steps ?? []).filter(isMessage).map((step) => `${one.id}/${step.id}`),
    ),
  );
  const ids = new Set<string>(library.scenarios.map((one) => one?.id));
  return [
    ...ofSegments,
    ...segments.flatMap(({ name, is }) =>
      unknownIn(is, messages, ids).map((says) => ({
        file: fileOfSegment(library, name),
        says: `segment "${name}": ${says}`,
      })),
    ),
    ...library.scenarios.filter(isWhole).flatMap((scenario) => {
      const found = (says: string): Finding => ({
        file: fileOf(library, scenario),
        scenario: nameOf(scenario),
        says,
      });
      const asked = filtersOf(scenario).flatMap(({ place, filter }) =>
        unknownIn(filter, messages, ids).map((says) => found(`${place}: ${says}`)),
      );
      return [...asked, ...moveFaults(scenario, library.scenarios).map(found)];
    }),
  ];
}

const nameOf = ({ id, version }: Scenario) => `${id}@${version}`;

/** What has no shape is refused elsewhere. */
const isWhole = (scenario: Scenario): boolean =>
  Array.isArray(scenario?.steps) && typeof scenario.trigger === 'object' && scenario.trigger !== null;

function unknownIn(filter: Filter, messages: ReadonlySet<string>, ids: ReadonlySet<string>): string[] {
  return comparisonsOf(filter).flatMap((test) => {
    const { the, is, isNot, oneOf } = test as {
      the: string;
      is?: unknown;
      isNot?: unknown;
      oneOf?: readonly unknown[];
    };
    const values = [is, isNot, ...(oneOf ?? [])].filter((value) => typeof value === 'string');
    if (the === 'customer.sent') {
      return values
        .filter((value) => !messages.has(value))
        .map((value) => `"${value}" is no message of a scenario; name one as "scenario/step"`);
    }
    if (the !== 'event.click.scenario') return [];
    return values.filter((value) => !ids.has(value)).map((value) => `there is no scenario "${value}"`);
  });
}

function moveFaults(scenario: Scenario, all: readonly Scenario[]): string[] {
  const { inFlight, id, version } = scenario;
  if (inFlight === undefined || inFlight === 'stay') return [];
  const before = all.find((one) => one.id === id && one.version === version - 1);
  if (!before) return [];
  const known = new Set(before.steps.map((step) => step.id as string));
  const now = new Set(scenario.steps.map((step) => step.id as string));
  return [
    ...Object.keys(inFlight.move)
      .filter((from) => !known.has(from))
      .map((from) => `inFlight: version ${version - 1} has no step "${from}"; take it out of "move"`),
    ...[...known]
      .filter((from) => !now.has(from) && inFlight.move[from] === undefined)
      .map((from) => `inFlight: say in "move" where those at "${from}" go on; this version has no such step`),
  ];
}
