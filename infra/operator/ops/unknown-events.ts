/** `unknown-events`: events that the bus took and that nobody knows, by their names. Looking changes nothing. */
import { factNames, orderNames } from '../../../shared/core/language/profile-events.ts';
import type { Report } from '../../terminal/report.ts';
import { layBack, takeLetters } from '../dead-letters/letters.ts';
import { queueUrlOf } from '../target/queue-counts.ts';
import type { Target } from '../target/target.ts';

const most = 1000;

interface Named {
  readonly name: string;
  readonly source: string;
  times: number;
  last: string;
}

export async function unknownEvents(target: Target): Promise<Report> {
  const { clients, names, called, settings } = target;
  const url = await queueUrlOf(clients.sqs, names.unknownEvents);
  const letters = await takeLetters(clients.sqs, url, { most, visibility_s: 60 });
  await layBack(clients.sqs, url, letters);
  const found = summed(letters.map(({ body }) => JSON.parse(body) as Readonly<Record<string, string>>));
  const lines = found.map(
    ({ name, source, times, last }) =>
      `${name} of ${source}: ${times} times, the last ${last}. ${cureOf(name, source, settings.eventSource)}`,
  );
  const said =
    lines.length > 0
      ? [...lines, 'Once they are mended: npm run ops -- dlq drop unknown --all --yes']
      : ['No event came that nobody knows.'];
  const more = letters.length === most ? [`Of the first ${most}: there may be more.`] : [];
  return { lines: [called, ...said, ...more], data: { events: found } };
}

function summed(events: readonly Readonly<Record<string, string>>[]): Named[] {
  const byName = new Map<string, Named>();
  for (const { 'detail-type': name = '', source = '', time = '' } of events) {
    const key = JSON.stringify([name, source]);
    const known = byName.get(key) ?? { name, source, times: 0, last: time };
    byName.set(key, { ...known, times: known.times + 1, last: time > known.last ? time : known.last });
  }
  return [...byName.values()].sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1));
}

const bare = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');

/** What the producer meant: the name of the same letters. */
function meantBy(name: string): string | undefined {
  return [...factNames, ...orderNames].find((known) => bare(known) === bare(name));
}

function cureOf(name: string, source: string, wanted: string): string {
  if (source !== wanted) return `This deployment listens to ${wanted} alone.`;
  const meant = meantBy(name);
  return meant ? `${meant} is meant?` : 'docs/events.md has the names there are.';
}
