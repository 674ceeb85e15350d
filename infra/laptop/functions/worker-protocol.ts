/** What the cloud and a worker tell each other. */
export interface ToWorker {
  readonly id: string;
  readonly event: unknown;
  /** The moment of the invocation. */
  readonly now_ms: number;
  readonly timeout_ms: number;
}

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly error: string }
  | { readonly kind: 'done'; readonly id: string; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: string; readonly error: string };

export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string };
