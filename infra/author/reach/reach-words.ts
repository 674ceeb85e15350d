/** Spans as reports on reach say them. */

/** `1.5 h`, `2 d`. @param hours */
export function span(hours: number): string {
  if (hours === 0) return '0';
  return hours < 48 ? `${Math.round(hours * 10) / 10} h` : `${Math.round(hours / 24)} d`;
}
