/**
 * The preset dictionaries that records may be packed with, by number: each a file of its own, named by its hash, that is
 * never changed and never taken away while a record may be packed with it. `npm run packing -- --make` makes a new one,
 * of invented stores. A release brings it to be read; the next may write with it (`released.json`).
 */
import first from './1-4b5265566e43.json' with { type: 'json' };

/** As bytes: their text is ASCII. */
export const dictionaries: ReadonlyMap<number, Buffer> = new Map([[1, Buffer.from(first, 'latin1')]]);

/** The one to write with: of those that a release before this one could read already. */
export const writtenWith = 1;
