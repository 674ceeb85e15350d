/** Things sent on their way through the deployment, and how their arrival is seen. */
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { addressed, type DynamoTables, type Plain, readItem } from '../../../shared/aws/dynamo-table.ts';
import type { TablePlace } from '../../../shared/aws/table-keys.ts';
import { sentenceOf } from '../../terminal/refusal.ts';
import { tablesOf } from '../target/tables.ts';
import type { Ground } from './ground.ts';
import { fail, pass, type Result } from './result.ts';

export interface Journey {
  readonly name: string;
  /** The item that appears when it has come through. */
  readonly item: TablePlace;
  /** What its arrival proves. */
  readonly proves: (item: Plain) => string;
  /** Where to look when it does not arrive. */
  readonly hint: string;
  begin(ground: Ground): Promise<void>;
}

const every_s = 15;
const patience_s = 8 * 60;

async function remove(tables: DynamoTables, item: TablePlace): Promise<void> {
  await tables.client.send(new DeleteItemCommand(addressed(tables, item)));
}

/** Begins all, then looks until each has arrived or eight minutes are over. */
export async function travel(
  ground: Ground,
  journeys: readonly Journey[],
  report: (result: Result) => void,
): Promise<void> {
  const tables = tablesOf(ground.target);
  const open = new Set<Journey>();
  for (const journey of journeys) {
    ground.undo.push(() => remove(tables, journey.item));
    try {
      await journey.begin(ground);
      open.add(journey);
    } catch (error) {
      report(fail(journey.name, sentenceOf(error)));
    }
  }
  for (let waited_s = 0; open.size > 0 && waited_s <= patience_s; waited_s += every_s) {
    for (const journey of [...open]) {
      const item = await readItem(tables, journey.item);
      if (!item) continue;
      open.delete(journey);
      report(pass(journey.name, journey.proves(item)));
    }
    if (open.size > 0) await ground.target.clock.wait(every_s);
  }
  for (const { name, hint } of open) report(fail(name, `did not arrive within eight minutes: ${hint}`));
}
