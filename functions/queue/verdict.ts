/** What becomes of a message whose handling threw: every error has an owner. */

/** `retry`: it comes back after the visibility timeout, and goes to the dead letters when that happens too often. */
export type BatchVerdict =
  | { readonly do: 'bury' }
  /** Put back as a new message, so that it counts as no receive. `jitter_s`: spread over so much more, that not all come back together. */
  | {
      readonly do: 'delay';
      readonly delay_s: number;
      readonly jitter_s?: number;
      readonly parked: boolean;
    }
  | { readonly do: 'retry' };

/** The table, or another service, takes no more at the moment: it is nobody's fault, and passes. */
const busy: BatchVerdict = { do: 'delay', delay_s: 60, jitter_s: 60, parked: false };
const parked: BatchVerdict = { do: 'delay', delay_s: 900, parked: true };

/** By code, so that this file need not know every room: poison is dead-lettered, newer code's work put off. */
const byCode: Readonly<Record<string, BatchVerdict>> = {
  MALFORMED_JSON: { do: 'bury' },
  MALFORMED_EVENT: { do: 'bury' },
  MALFORMED_LANE_MESSAGE: { do: 'bury' },
  MALFORMED_INTAKE_MESSAGE: { do: 'bury' },
  MALFORMED_SES_EVENT: { do: 'bury' },
  UNKNOWN_TEMPLATE: { do: 'bury' },
  MAIL_NOT_RENDERED: { do: 'bury' },
  INVARIANT_BROKEN: { do: 'bury' },
  CORRUPT_RECORD: { do: 'bury' },
  UNKNOWN_SCENARIO_VERSION: parked,
  NEWER_RECORD_SHAPE: parked,
  NEWER_DICTIONARY: parked,
  SAVE_RACE_LOST: busy,
  TABLE_TOO_BUSY: busy,
  TOO_MUCH_OPEN: busy,
  ORDER_OWNER_UNKNOWN: { do: 'delay', delay_s: 120, parked: false },
  ERASURE_UNFINISHED: { do: 'delay', delay_s: 900, parked: false },
  CONFIRM_SHARE_SPENT: { do: 'delay', delay_s: 60, parked: false },
  NOT_ENOUGH_TIME: { do: 'delay', delay_s: 15, parked: false },
};

/** What AWS calls a refusal for want of capacity, by the error's name. */
const throttled: readonly string[] = [
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
];

/** What AWS calls a right or a resource that is missing, which no waiting mends. */
const denied: readonly string[] = [
  'AccessDenied',
  'AccessDeniedException',
  'AWS.SimpleQueueService.NonExistentQueue',
  'DecryptionFailure',
  'ExpiredTokenException',
  'InvalidSignatureException',
  'KMSAccessDeniedException',
  'QueueDoesNotExist',
  'ResourceNotFoundException',
  'UnrecognizedClientException',
];

/** Why handling is tried again; undefined where that is part of the plan, such as waiting for newer code. */
export function retryCauseOf(error: unknown): 'denied' | 'throttled' | 'other' | undefined {
  const name = error instanceof Error ? error.name : '';
  if (denied.includes(name)) return 'denied';
  const isFull = error instanceof Error && 'code' in error && error.code === 'TABLE_TOO_BUSY';
  if (isFull || throttled.includes(name)) return 'throttled';
  return verdictOf(error).do === 'retry' ? 'other' : undefined;
}

export function verdictOf(error: unknown): BatchVerdict {
  if (error instanceof Error && throttled.includes(error.name)) return busy;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const verdict = Object.hasOwn(byCode, code) ? byCode[code] : undefined;
  if (verdict?.do === 'delay') return { ...verdict, ...saidBy(error) };
  return verdict ?? { do: 'retry' };
}

/** Whoever throws may know better how long. */
const saidBy = (error: unknown) =>
  error instanceof Error && 'after_s' in error && typeof error.after_s === 'number'
    ? { delay_s: error.after_s }
    : {};
