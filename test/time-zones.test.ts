/** Every time zone that the product names exists, in whatever table it stands. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { sourceFiles, withoutComments } from './support/source-files.ts';

/** The areas of the IANA database. */
const zone =
  /['"`]((?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Etc|Europe|Indian|Pacific)\/[\w+/-]+)['"`]/g;

const named = sourceFiles('shared', 'functions', 'infra').flatMap(({ path, text }) =>
  [...withoutComments(text).matchAll(zone)].map(([, name = '']) => ({ path, name })),
);

/** As the database spells it; `undefined` for a name that no clock can be set by. */
function spelling(name: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

test('every zone that a source file names exists', () => {
  expect(named.length).toBeGreaterThan(60);
  const wrong = named.filter(({ name }) => spelling(name) !== name);
  expect(wrong).toEqual([]);
});
