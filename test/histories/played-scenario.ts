/** One play of a scenario as lines of text: what happened when, and what went out to the last byte (by its hash). */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { playScenario } from '../../infra/author/play/play.ts';
import type { PlayOptions } from '../../infra/author/play/play-plan.ts';
import type { PlayedLine } from '../../infra/author/play/played-line.ts';

import { scenarios, shippedPlay } from '../support/shipped.ts';

const now = Temporal.Instant.from('2026-12-01T03:00:00Z');

/** As it begins and is left alone, in both languages; and with an order that is shipped, delivered and returned. */
const ways: Readonly<Record<string, Omit<PlayOptions, 'now'>>> = {
  ja: { locale: 'ja' },
  en: { locale: 'en' },
  lived: {
    locale: 'ja',
    order: ['@1d'],
    ship: ['@2d'],
    deliver: ['@4d'],
    return: ['@30d'],
    unsubscribe: ['@60d'],
  },
};

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

function lineText(line: PlayedLine): string {
  const { at, zone, what, step, because, event, order, template, channel, number, until, subject } = line;
  const moment = at.toZonedDateTimeISO(zone).toString();
  const fields = [moment, what, step, because, event, order, template, channel, number, until, subject];
  return fields.map((field) => field ?? '-').join('\t');
}

/** Of each way the calendar, the end of each enrolment, and each mail: template, subject, hashes of headers, HTML and text. */
export async function playedScenario(id: string): Promise<string> {
  const texts: string[] = [];
  for (const [way, options] of Object.entries(ways)) {
    const { lines, enrolments, store } = await playScenario(id, {
      now,
      scenarios,
      library: shippedPlay,
      ...options,
    });
    const ends = enrolments.map(
      (enrolment) => `${enrolment.id}\t${enrolment.ended?.because ?? 'runs'}\t${enrolment.ended?.at ?? '-'}`,
    );
    const mails = store.world.mailer.mails.map(({ subject, html, text, headers, tags }) =>
      [tags.template, subject, hash(JSON.stringify(headers)), hash(html), hash(text)].join('\t'),
    );
    // What steps between messages did follows from the rest.
    const told = lines.filter(({ what }) => what !== 'did');
    texts.push(`# ${way}`, ...told.map(lineText), ...ends, ...mails);
  }
  return `${texts.join('\n')}\n`;
}
