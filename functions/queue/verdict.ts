/** What becomes of a message whose handling threw: every error has an owner. */

/** `retry`: it comes back after the visibility timeout, and goes to the dead letters when that happens too often. */
export type BatchVerdict =
  | { readonly do: 'bury' }
  | { readonly do: 'delay'; readonly delay_s: number; readonly parked: boolean }
  | { readonly do: 'retry' };

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
  SAVE_RACE_LOST: { do: 'delay', delay_s: 60, parked: false },
  ORDER_OWNER_UNKNOWN: { do: 'delay', delay_s: 120, parked: false },
  ERASURE_UNFINISHED: { do: 'delay', delay_s: 900, parked: false },
  NOT_ENOUGH_TIME: { do: 'delay', delay_s: 15, parked: false },
};

export function verdictOf(error: unknown): BatchVerdict {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (Object.hasOwn(byCode, code) ? byCode[code] : undefined) ?? { do: 'retry' };
}
