/** The two tables as data: one description for the stack, the laptop, the bench and the contract tests. */

/** `records`: customers' records alone. `beside`: all that lies beside them. */
export const tableRoles = ['records', 'beside'] as const;
type TableRole = (typeof tableRoles)[number];

type Attribute = { readonly name: string; readonly type: 'S' | 'N' };

interface TableShape {
  readonly key: readonly Attribute[];
  /** Of keys alone, and sparse: an item without these attributes is not in it. */
  readonly index?: readonly Attribute[];
  /** The attribute whose seconds end an item. */
  readonly ttl?: string;
  readonly says: string;
}

const text = (name: string): Attribute => ({ name, type: 'S' });

export const tableShapes: Readonly<Record<TableRole, TableShape>> = {
  records: {
    key: [text('pk')],
    index: [text('sweepShard'), { name: 'sweepAt', type: 'N' }],
    says: "Customers' records, and nothing else.",
  },
  beside: {
    key: [text('pk'), text('sk')],
    ttl: 'ttl',
    says: 'Touchpoints, proofs of consent, addresses, products and the brakes.',
  },
};

interface Named {
  readonly tables: Readonly<Record<TableRole, string>>;
  readonly sweepIndex: string;
}

const keySchema = (attributes: readonly Attribute[]) =>
  attributes.map(({ name }, nth) => ({
    AttributeName: name,
    KeyType: nth === 0 ? ('HASH' as const) : ('RANGE' as const),
  }));

/** What CreateTable is asked for each of them, where no stack makes them. */
export const createTableInputs = ({ tables, sweepIndex }: Named) =>
  tableRoles.map((role) => {
    const { key, index = [] } = tableShapes[role];
    return {
      TableName: tables[role],
      BillingMode: 'PAY_PER_REQUEST' as const,
      AttributeDefinitions: [...key, ...index].map(({ name, type }) => ({
        AttributeName: name,
        AttributeType: type,
      })),
      KeySchema: keySchema(key),
      ...(index.length > 0 && {
        GlobalSecondaryIndexes: [
          {
            IndexName: sweepIndex,
            KeySchema: keySchema(index),
            Projection: { ProjectionType: 'KEYS_ONLY' as const },
          },
        ],
      }),
    };
  });

/** What UpdateTimeToLive is asked. */
export const timeToLiveInputs = ({ tables }: Named) =>
  tableRoles.flatMap((role) => {
    const { ttl } = tableShapes[role];
    const TimeToLiveSpecification = { AttributeName: ttl, Enabled: true };
    return ttl === undefined ? [] : [{ TableName: tables[role], TimeToLiveSpecification }];
  });
