/** Things sent on their way through the deployment, and how their arrival is seen. */
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoTable, Plain } from '../../../shared/aws/dynamo-table.ts';
import { readItem } from '../../../shared/aws/dynamo-table.ts';
import type { Key } from '../../../shared/aws/table-keys.ts';
import { sentenceOf } from '../../terminal/refusal.ts';
import { tableOf } from '../target/table.ts';
import type { Ground } from './ground.ts';
import { fail, pass, type Result } from './result.ts';

export interface Journey {
  readonly name: string;
  /** The item that appears when it has come through. */
  readonly item: Key;
  /** What its arrival proves. */
  readonly proves: (item: Plain) => string;
  /** Where to look when it does not arrive. */
  readonly hint: string;
  begin(ground: Ground): Promise<void>;
}

const every_s = 15;
const patience_s = 8 * 60;

async function remove({ client, table }: DynamoTable, item: Key): Promise<void> {
  await client.send(new DeleteItemCommand({ TableName: table, Key: item }));
}

/** Begins all, then looks until each has arrived or eight minutes are over. */
export async function travel(
  ground: Ground,
  journeys: readonly Journey[],
  report: (result: Result) => void,
): Promise<void> {
  const table = tableOf(ground.target);
  const open = new Set<Journey>();
  for (const journey of journeys) {
    ground.undo.push(() => remove(table, journey.item));
    try {
      await journey.begin(ground);
      open.add(journey);
    } catch (error) {
      report(fail(journey.name, sentenceOf(error)));
    }
  }
  for (let waited_s = 0; open.size > 0 && waited_s <= patience_s; waited_s += every_s) {
    for (const journey of [...open]) {
      const item = await readItem(table, journey.item);
      if (!item) continue;
      open.delete(journey);
      report(pass(journey.name, journey.proves(item)));
    }
    if (open.size > 0) await ground.target.clock.wait(every_s);
  }
  for (const { name, hint } of open) report(fail(name, `did not arrive within eight minutes: ${hint}`));
}
