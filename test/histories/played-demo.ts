/** The mails of `npm run demo -- --customers 20 --rollout 100` as lines of text, each to the last byte (by its hashes). */
import { createHash } from 'node:crypto';
import { startCloud } from '../../infra/laptop/cloud.ts';
import { busAt } from '../../infra/proof/demo/bus.ts';
import { controlOf, type MailSeen } from '../../infra/proof/demo/control.ts';
import { playEvents } from '../../infra/proof/demo/play.ts';
import { type Programme, programme } from '../../infra/proof/demo/schedule.ts';
import { readSuperstore, superstoreCsv } from '../../infra/proof/demo/superstore.ts';
import { superstoreEvents } from '../../infra/proof/demo/superstore-events.ts';
import { superstoreSettings } from '../../infra/proof/demo/superstore-settings.ts';
import { localSettings } from '../../shared/settings/local-settings.ts';

const settings = localSettings(superstoreSettings);
const ownLinks = /http:\/\/(localhost|127\.0\.0\.1):\d+/g;
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

function whatIsPlayed(): Programme {
  const entries = superstoreEvents(readSuperstore(superstoreCsv()), settings.eventSource);
  const what = programme(entries, { customers: 20 }, settings.timeZone);
  if (what === undefined) throw new Error('The demo has nothing to play.');
  return what;
}

/** Sorted; moment, customer, scenario, step, template, touchpoint, hashes of HTML and text, subject. */
export async function playedDemo(): Promise<string[]> {
  const what = whatIsPlayed();
  const startAt = what.from.toString();
  const secret = 'a-secret-that-never-changes';
  const cloud = await startCloud({ port: 0, settings: superstoreSettings, startAt, unsigned: true, secret });
  const { signal } = new AbortController();
  const control = controlOf(cloud.url, signal);
  const bus = busAt(cloud.url, settings.busName);
  const bytes = async (mail: MailSeen, format: string) => {
    const answer = await fetch(`${cloud.url}/_local/mails/${mail.id}.${format}`);
    return hash((await answer.text()).replaceAll(ownLinks, ''));
  };
  try {
    await playEvents(what, { bus, clock: control }, async () => {}, signal);
    const lines: string[] = [];
    for (const mail of await control.mails()) {
      const { at, customer, scenario, step, template, touchpoint, subject } = mail;
      const bodies = [await bytes(mail, 'html'), await bytes(mail, 'txt')];
      lines.push([at, customer, scenario, step, template, touchpoint, ...bodies, subject].join('\t'));
    }
    return lines.sort();
  } finally {
    bus.close();
    await cloud.stop();
  }
}
