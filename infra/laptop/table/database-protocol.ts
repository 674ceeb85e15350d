/** What the cloud and the database tell each other. */
import type { MessagePort } from 'node:worker_threads';

export interface DatabaseCounts {
  /** By operation, of the workers. */
  readonly requests: Readonly<Record<string, number>>;
  /** Units of the workers' requests. */
  readonly capacity: { readonly read: number; readonly write: number };
  /** Enrolments that ever stood in a customer's record. */
  readonly enrolments: number;
}

export type FromDatabase =
  | { readonly kind: 'listening'; readonly port: number }
  /** The moment from which the sweep may find a record became this. */
  | { readonly kind: 'indexed'; readonly partition: string; readonly at_ms: number | null }
  /** From this moment on something is over that may be deleted. */
  | { readonly kind: 'expiring'; readonly at_ms: number }
  | { readonly kind: 'expired' }
  | ({ readonly kind: 'counts' } & DatabaseCounts);

export type ToDatabase =
  | { readonly kind: 'count' }
  /** Asks to delete what was over at that moment. */
  | { readonly kind: 'expire'; readonly at_ms: number }
  /** A line that is to be answered; a thread alone is given one. */
  | { readonly kind: 'line'; readonly port: MessagePort };

/** A database wants a signature to be there, whoever's it is. */
export const signature =
  'AWS4-HMAC-SHA256 Credential=local/20000101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0';

/** Of what the cloud itself asks. */
export const headersOf = (operation: string) => ({
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': `DynamoDB_20120810.${operation}`,
  'x-amz-date': '20000101T000000Z',
  authorization: signature,
});
