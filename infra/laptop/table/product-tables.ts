/** The two tables of the product, made from the description that the stack goes by. */
import type { StackNames } from '../../stack/names.ts';
import { createTableInputs, timeToLiveInputs } from '../../stack/table-shapes.ts';
import { callJson, type Database } from './database.ts';

export async function createProductTables(
  database: Pick<Database, 'call'>,
  names: StackNames,
): Promise<void> {
  for (const input of createTableInputs(names)) await callJson(database, 'CreateTable', input);
  for (const input of timeToLiveInputs(names)) await callJson(database, 'UpdateTimeToLive', input);
}
