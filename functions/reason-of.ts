/**
 * What may be written down of an error: our own errors with a code speak in sentences without personal data; of any
 * other only its name is kept. At most 256 characters.
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const ours = 'code' in error && typeof error.code === 'string' && /^[A-Z_]+$/.test(error.code);
  return (ours ? `${error.name}: ${error.message}` : error.name).slice(0, 256);
}
