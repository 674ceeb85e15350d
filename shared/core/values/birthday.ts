/** A day of birth as shops write it: the year first, so that month and day are told apart. */
import { Temporal } from 'temporal-polyfill';

const yearFirst = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))(.*)$/;
/** Another time of the day says that the day is of some zone, and may be the one before. */
const midnight = /^([T ]00:00(:00([.,]0+)?)?( ?(Z|[+-]\d\d:?\d\d))?)?$/i;
const longest = 40;

/** As `1985-03-05`; `undefined` for what is no day for certain, such as 30 February or 03/05/1985. */
export function birthdayOf(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const [, year, , ...parts] = yearFirst.exec(text.normalize('NFKC').trim()) ?? [];
  if (year === undefined || !midnight.test(parts.at(-1) ?? '')) return undefined;
  const [month, day] = parts.slice(0, -1).filter((part) => part !== undefined);
  try {
    const date = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(date, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}
