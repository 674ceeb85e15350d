/** Who asked to see or erase what is held of a person, and who paused mail: one item for each asking, without end and without her id. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { readInstant, storedInstant } from '../core/values/stored-instant.ts';
import type { Audit, AuditEntry } from '../ports/audit.ts';
import { type DynamoTables, putAt, readPartition, toItem } from './dynamo-table.ts';
import { auditPlace } from './table-keys.ts';

/** `audit` on DynamoDB. Its sort key begins with the moment, so that a listing is in order. */
export function dynamoAudit(options: DynamoTables): Audit {
  const { client, store } = options;
  return {
    async note({ at, action, who, by, because }) {
      const moment = at.toString({ fractionalSecondDigits: 9 });
      const item = toItem({ at: storedInstant(at), action, who, by, because });
      const place = auditPlace(store, `${moment}#${action}#${who}`);
      await client.send(new PutItemCommand(putAt(options, place, item)));
    },

    async list() {
      const items = await readPartition(options, auditPlace(store, ''));
      return items.map(({ at, action, who, by, because }) => ({
        at: readInstant(at as number | string),
        action: action as AuditEntry['action'],
        who: who as string,
        by: by as string,
        ...(because !== undefined && { because: because as string }),
      }));
    },
  };
}
