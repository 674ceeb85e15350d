/** Spans and hours as a scenario may name them. */
import type { Duration } from '../../shared/core/values/duration.ts';
import type { Random } from './random.ts';

/** From minutes to some weeks, in any unit or a mixture. */
export function randomSpan(random: Random): Duration {
  switch (random.int(1, 5)) {
    case 1:
      return { minutes: random.int(1, 600) };
    case 2:
      return { hours: random.int(1, 100) };
    case 3:
      return { days: random.int(0, 3), hours: random.int(0, 30), minutes: random.int(1, 90) };
    default:
      return { days: random.int(1, 45) };
  }
}

/** Now and then an hour that some days do not have, or have twice. */
export function randomHour(random: Random): string {
  const two = (n: number) => String(n).padStart(2, '0');
  if (random.chance(0.4)) return random.pick(['00:00', '02:30', '03:00', '23:59', '10:00']);
  return `${two(random.int(0, 23))}:${two(random.int(0, 59))}`;
}
