/** One request to a page: who serves it, what was sent along, and in which language to answer. */
import type { Temporal } from 'temporal-polyfill';
import type { Customer } from '../../core/record/customer.ts';
import type { IngestPorts } from '../intake/ingest-ports.ts';
import { chooseLocale, type Locale } from '../rendering/choose-locale.ts';
import { type LinkClaims, type LinkPurpose, openLink, signLink } from '../rendering/link-token.ts';
import { addressMark } from '../saving/address-hash.ts';
import type { Engine } from '../saving/engine.ts';
import { whereNow } from '../saving/where-now.ts';
import type { Page } from './page-frame.ts';
import { note } from './page-notes.ts';

/** What the pages ask of the world: the same as whoever takes in an event, and who may sign up. */
export type PagePorts = IngestPorts | 'signUps' | 'control';

export interface Visit {
  readonly engine: Engine<PagePorts>;
  /** In upper case; a GET or HEAD shows, a POST acts. */
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  /** More was sent than is read. */
  readonly tooLarge: boolean;
  /** The browser's language, else the store's. */
  readonly fallback: Locale;
  readonly at: Temporal.Instant;
}

/** The language of the page: asked for on the page itself, else hers, else that of the mail, else the browser's. */
export function localeOf(visit: Visit, ...known: readonly (string | undefined)[]): Locale {
  const [first] = [visit.query.get('lang') ?? undefined, ...known].filter((tag) => isOurs(tag));
  return chooseLocale(first, visit.fallback);
}

function isOurs(tag: string | undefined): tag is string {
  return tag !== undefined && chooseLocale(tag, 'ja') === chooseLocale(tag, 'en');
}

/** The page as it stands in the other language; what the address says besides is kept. */
export function otherLanguage(visit: Visit, locale: Locale): string {
  const query = new URLSearchParams(visit.query);
  query.set('lang', locale === 'ja' ? 'en' : 'ja');
  return `?${query}`;
}

/** The claims of the token in the address, or the page that says why it opens nothing. */
export async function claimsOf(
  visit: Visit,
  token: string,
  purpose: LinkPurpose,
): Promise<{ readonly claims: LinkClaims } | { readonly refused: Page }> {
  const { world } = visit.engine;
  const opened = openLink(await world.keys(), token, purpose, visit.at);
  if (opened.is === 'good') return { claims: opened.claims };
  world.metrics.count('LinkRefused');
  if (opened.is === 'wrong') return { refused: note('wrongLink', localeOf(visit)) };
  return { refused: note('expiredLink', localeOf(visit, opened.locale)) };
}

/** A link of hers to another page of ours, without a host. */
export async function pathFor(
  visit: Visit,
  room: string,
  claims: Pick<LinkClaims, 'purpose' | 'customer' | 'locale' | 'about'>,
): Promise<string> {
  return `/${room}/${signLink(await visit.engine.world.keys(), claims)}`;
}

/** Her record, wherever it became part of another's; undefined for somebody nobody knows any more. */
export async function personOf(visit: Visit, id: string): Promise<Customer | undefined> {
  return (await whereNow(visit.engine, id)).record;
}

/** True where the link's mail went to the address that is hers now: its reader may grant, anybody else only withdraw. */
export async function isAtHerAddress(
  visit: Visit,
  { profile }: Customer,
  { about }: Pick<LinkClaims, 'about'>,
): Promise<boolean> {
  return about !== undefined && about === addressMark(await visit.engine.world.keys(), profile.email);
}
