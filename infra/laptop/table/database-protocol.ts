/** What the cloud and the database's process tell each other. */
export interface DatabaseCounts {
  /** By operation, of the workers. */
  readonly requests: Readonly<Record<string, number>>;
  /** Units of the workers' requests. */
  readonly capacity: { readonly read: number; readonly write: number };
  /** Runs that ever stood in a customer's record. */
  readonly enrolments: number;
}

export type FromDatabase =
  | { readonly kind: 'listening'; readonly port: number }
  /** An item's entry in the sweep's index became this. */
  | {
      readonly kind: 'indexed';
      readonly partition: string;
      readonly sort: string;
      readonly at_ms: number | null;
    }
  | ({ readonly kind: 'counts' } & DatabaseCounts);

/** A database wants a signature to be there, whoever's it is. */
export const signature =
  'AWS4-HMAC-SHA256 Credential=local/20000101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0';

export interface ToDatabase {
  readonly kind: 'count';
}
