import type { DynamoTable } from '../../../shared/aws/dynamo-table.ts';
import type { Target } from './target.ts';

/** The deployment's table, for what is asked of it without a port. */
export const tableOf = ({ clients, names, settings }: Target): DynamoTable => ({
  client: clients.dynamo,
  table: names.table,
  store: settings.store,
});
