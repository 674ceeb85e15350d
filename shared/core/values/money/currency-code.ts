import { onFirstUse } from '../on-first-use.ts';

/** Those of ISO 4217 that somebody pays in, or did of late: not the codes for no currency and for tests. */
const known = onFirstUse((): ReadonlySet<string> => new Set(Intl.supportedValuesOf('currency')));

export function isCurrencyCode(code: string): boolean {
  return known().has(code);
}
