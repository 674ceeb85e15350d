/** True for a record that newer code wrote: its shape or scenario version is not known here, so it is left alone. */
export function isNotUnderstood(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'NEWER_RECORD_SHAPE' || code === 'UNKNOWN_SCENARIO_VERSION';
}
