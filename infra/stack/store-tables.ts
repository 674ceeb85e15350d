/** The two tables of a deployment, and what each function may do with them: action by action, table by table. */
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import type { NodeFunction } from './functions/node-function.ts';
import { output } from './output.ts';
import { tableRoles, tableShapes } from './table-shapes.ts';

type TableRole = keyof typeof tableShapes;

type Action =
  | 'GetItem'
  | 'BatchGetItem'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  /** All that lies under one key: of the records' table only its index may be asked so. */
  | 'Query';

/** What deciding on one customer and saving the decision takes. */
export const deciding = {
  records: ['GetItem', 'BatchGetItem', 'PutItem'],
  beside: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'],
} as const;

export class StoreTables extends Construct {
  private readonly tables: Readonly<Record<TableRole, TableV2>>;
  private readonly sweepIndex: string;

  constructor(scope: Construct, deployment: Deployment) {
    super(scope, 'Tables');
    this.sweepIndex = deployment.names.sweepIndex;
    const [records, beside] = tableRoles.map((role) => this.table(role, deployment));
    this.tables = { records: records as TableV2, beside: beside as TableV2 };
  }

  private table(role: TableRole, { names, production, removalPolicy }: Deployment): TableV2 {
    const { key, index, ttl, says } = tableShapes[role];
    const keys = (attributes: typeof key) => {
      const [hash, range] = attributes.map(({ name, type }) => ({
        name,
        type: type === 'S' ? AttributeType.STRING : AttributeType.NUMBER,
      }));
      return {
        partitionKey: hash as { name: string; type: AttributeType },
        ...(range && { sortKey: range }),
      };
    };
    const table = new TableV2(this, role, {
      tableName: names.tables[role],
      ...keys(key),
      ...(index && {
        globalSecondaryIndexes: [
          { indexName: this.sweepIndex, ...keys(index), projectionType: ProjectionType.KEYS_ONLY },
        ],
      }),
      ...(ttl && { timeToLiveAttribute: ttl }),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: production,
      removalPolicy,
    });
    output(this, role === 'records' ? 'RecordsTableName' : 'BesideTableName', table.tableName, says);
    return table;
  }

  /** Grants what a function does with each table, and tells it their names: adapters are handed both together. */
  open(to: NodeFunction, actions: Readonly<Partial<Record<TableRole, readonly Action[]>>>): void {
    for (const role of tableRoles) {
      const asked = actions[role];
      if (!asked) continue;
      to.open({
        actions: asked.map((action) => `dynamodb:${action}`),
        resources: [this.tables[role].tableArn],
      });
    }
    const { records, beside } = this.tables;
    to.setEnvironment({ RECORDS_TABLE: records.tableName, BESIDE_TABLE: beside.tableName });
  }

  /** Lets a function ask the index who waits too long. */
  openSweep(to: NodeFunction): void {
    to.open({
      actions: ['dynamodb:Query'],
      resources: [`${this.tables.records.tableArn}/index/${this.sweepIndex}`],
      variables: { SWEEP_INDEX: this.sweepIndex },
    });
  }

  /** Lets a function find everybody, and whoever was not woken: of each record it may read key and moment alone. */
  openEverybody(to: NodeFunction): void {
    to.open({
      actions: ['dynamodb:Scan'],
      resources: [this.tables.records.tableArn],
      conditions: {
        'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'wakeAt'] },
        StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
      },
    });
  }
}
