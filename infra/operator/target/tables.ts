import type { DynamoTables } from '../../../shared/aws/dynamo-table.ts';
import type { Target } from './target.ts';

/** The deployment's tables, for what is asked of them without a port. */
export const tablesOf = ({ clients, names, settings }: Target): DynamoTables => ({
  client: clients.dynamo,
  tables: names.tables,
  store: settings.store,
});
