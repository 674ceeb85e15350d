/** A span of time as scenario data: days are civil (the wall clock stays), hours and minutes are exact. */
export interface Duration {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
}

export const days = (n: number): Duration => ({ days: n });
export const hours = (n: number): Duration => ({ hours: n });
export const minutes = (n: number): Duration => ({ minutes: n });

/** The length of the span where each day has 24 hours. */
export const spanOf_ms = ({ days: d = 0, hours: h = 0, minutes: m = 0 }: Duration): number =>
  ((d * 24 + h) * 60 + m) * 60_000;
