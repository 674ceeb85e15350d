const newer: ReadonlySet<unknown> = new Set([
  'NEWER_RECORD_SHAPE',
  'NEWER_DICTIONARY',
  'UNKNOWN_SCENARIO_VERSION',
]);

/** True for a record that newer code wrote: its shape, dictionary or scenario version is not known here. It is left alone. */
export function isNotUnderstood(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return newer.has(code);
}
