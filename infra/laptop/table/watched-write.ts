/** A write that only the database can do: what it makes of each item is seen by looking before and afterwards. */
import { type Answered, type Asked, type ItemPlace, nameOf, type TableItem } from './asked.ts';
import { unwrittenPlaces } from './named-places.ts';
import type { Seam } from './seam.ts';
import type { Tables } from './tables.ts';

/**
 * @param places what it may write; nobody else may write there meanwhile
 * @param image reads one item as it is
 */
export async function watchedWrite(
  { seam, tables }: { readonly seam: Seam; readonly tables: Tables },
  asked: Asked,
  places: readonly ItemPlace[],
  image: (place: ItemPlace) => Promise<TableItem | undefined>,
): Promise<Answered> {
  const { by } = asked;
  const before = await Promise.all(places.map(image));
  const answered = await asked.pass();
  const { status, output } = answered;
  if (status !== 200) {
    const [only] = places;
    if (only && String(output.__type).endsWith('#ConditionalCheckFailedException')) {
      seam.refused({ ...only, there: before[0], by });
    }
    return answered;
  }
  const after = await Promise.all(places.map(image));
  const unwritten = new Set(unwrittenPlaces(output, tables).map(nameOf));
  for (const [i, place] of places.entries()) {
    if (unwritten.has(nameOf(place))) continue;
    seam.committed({ ...place, before: before[i], after: after[i], by });
  }
  return answered;
}
