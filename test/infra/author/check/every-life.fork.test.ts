/** The one time that `npm test` plays every life with its variations. */
import { expect, test } from 'vitest';
import { everyLifeFindings } from '../../../../infra/author/check/every-life.ts';
import { notYetMended } from '../../../../infra/author/check/not-yet-mended.ts';
import { loadLibrary, productRoot, shippedFolder } from '../../../../infra/author/library.ts';

test('each live message has lives that should get it, and most of them do, but for what waits to be mended', async () => {
  const library = await loadLibrary(productRoot);
  const { faults, warnings } = await everyLifeFindings(library, () => () => {});
  // A store's own are judged by its own command.
  expect(faults.filter(({ file }) => file.startsWith(shippedFolder))).toEqual([]);
  // A name that is no fault any more: take it out of the list.
  expect(warnings).toHaveLength(notYetMended.filter((name) => /^(reach|nobody) /.test(name)).length);
  // Two minutes of computing, on a machine that may be busy.
}, 900_000);
