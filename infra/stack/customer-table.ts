/** The one table: customer records, touchpoints, addresses, contexts and the brakes. */
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import type { NodeFunction } from './functions/node-function.ts';
import { output } from './output.ts';

/** Single-item reads and writes by key: what deciding and saving takes. */
export const readAndWrite = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
] as const;

export class CustomerTable extends Construct {
  readonly table: TableV2;
  private readonly sweepIndex: string;

  constructor(scope: Construct, deployment: Deployment) {
    super(scope, 'CustomerTable');
    this.sweepIndex = deployment.names.sweepIndex;
    this.table = new TableV2(this, 'Table', {
      tableName: deployment.names.table,
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      globalSecondaryIndexes: [
        {
          // Sparse: only a record that waits for a timer has these two attributes.
          indexName: this.sweepIndex,
          partitionKey: { name: 'sweepShard', type: AttributeType.STRING },
          sortKey: { name: 'sweepAt', type: AttributeType.NUMBER },
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
      timeToLiveAttribute: 'ttl',
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: deployment.production,
      removalPolicy: deployment.removalPolicy,
    });
    output(this, 'TableName', this.table.tableName, 'Customers, touchpoints, addresses and the brakes.');
  }

  open(to: NodeFunction, ...actions: readonly string[]): void {
    to.open({
      actions,
      resources: [this.table.tableArn],
      variables: { TABLE_NAME: this.table.tableName },
    });
  }

  /** Lets a function ask the index who waits too long. */
  openSweep(to: NodeFunction): void {
    to.open({
      actions: ['dynamodb:Query'],
      resources: [`${this.table.tableArn}/index/${this.sweepIndex}`],
      variables: { SWEEP_INDEX: this.sweepIndex },
    });
  }

  /** Lets a function find the proofs of one customer's consent, to let the time run for them once it is withdrawn. */
  openProofs(to: NodeFunction): void {
    to.open({ actions: ['dynamodb:Query'], resources: [this.table.tableArn] });
  }

  /** Lets a function find all that lies under one customer's id, and take it away. */
  openErasure(to: NodeFunction): void {
    to.open({ actions: ['dynamodb:DeleteItem', 'dynamodb:Query'], resources: [this.table.tableArn] });
  }

  /** Lets a function find everybody: of each item it may read the key alone. */
  openEverybody(to: NodeFunction): void {
    to.open({
      actions: ['dynamodb:Scan'],
      resources: [this.table.tableArn],
      conditions: {
        'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk'] },
        StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
      },
    });
  }
}
