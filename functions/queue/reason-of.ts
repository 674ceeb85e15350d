/**
 * What may be written down of an error: our own errors with a code speak in sentences without personal data; of any
 * other only its name is kept. At most 256 characters.
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  return (isOurs(error) ? `${error.name}: ${error.message}` : error.name).slice(0, 256);
}

/** Our errors carry their own name as a code: `SaveRaceLost`, `SAVE_RACE_LOST`. Those of Node have codes of another kind. */
function isOurs(error: Error): boolean {
  const named = error.name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return error.name !== 'Error' && 'code' in error && error.code === named;
}
