/**
 * `npm run histories:whole`: what today's code puts into its tables, added to what was written. Asked for by
 * `whole.contract.test.ts` where a field is new: once released, it is to be read for ever.
 */
import { readHistory, writeHistory } from './history-files.ts';
import { itemReadings } from './item-readings.ts';
import { wholeItems } from './whole-items.ts';
import { asLine, wholeReadings, writings } from './whole-readings.ts';

const items = await wholeItems(`hayashi-${writings().size + 1}`);
const file = 'written/whole-items.ndjson';
writeHistory(file, readHistory(file) + items.map((item) => `${asLine(item)}\n`).join(''));
writeHistory('readings/whole-items.ndjson', await itemReadings('whole-items'));
writeHistory('readings/whole-records.ndjson', wholeReadings());
process.exit();
