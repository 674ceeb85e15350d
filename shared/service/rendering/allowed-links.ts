/**
 * Which links that events tell may stand in a mail: https, to the store's own hosts, to those it names, and to carriers.
 * A mail speaks in the store's name, so a link to anywhere else would borrow its trust.
 */
import type { Settings } from '../../settings/settings.ts';
import { carrierHosts } from './carrier-hosts.ts';

/** The link as it may stand there; undefined where it may not. `key`: the name of the field that tells it. */
export type LinkRule = (key: string, told: string) => string | undefined;

/** Fields of this name hold a link, whatever is in them. */
export const holdsLink = (key: string): boolean => /url$/i.test(key);

/** @param linkBaseUrl where the store's public pages are */
export function linkRule(
  { brand, sender, linkHosts }: Pick<Settings, 'brand' | 'sender' | 'linkHosts'>,
  linkBaseUrl: string,
): LinkRule {
  const own = [brand.siteUrl, linkBaseUrl].flatMap((address) => URL.parse(address) ?? []);
  const origins = new Set(own.map(({ origin }) => origin));
  const hosts = [
    ...own.map(({ hostname }) => hostname.replace(/^www\./, '')),
    ...sender.toLowerCase().split('@').slice(1),
    ...linkHosts.map((host) => host.toLowerCase()),
    ...carrierHosts,
  ];
  return (key, told) => {
    const url = readable(told);
    if (!url) return undefined;
    const known =
      origins.has(url.origin) ||
      (url.protocol === 'https:' && (isPicture(key) || hosts.some((host) => isWithin(url.hostname, host))));
    if (!known) return undefined;
    return plain.test(told) ? told : url.href;
  };
}

const maxLink = 2000;

/** Without what readers of addresses disagree about: names before an "@", and backslashes. */
function readable(told: string): URL | undefined {
  const url = told.length <= maxLink && !told.includes('\\') ? URL.parse(told) : null;
  return url?.username === '' && url.password === '' ? url : undefined;
}

const plain = /^https?:\/\/[\x21-\x7e]+$/;

/** Pictures lie with whoever serves the store's files; nobody presses them. */
const isPicture = (key: string): boolean => /image/i.test(key);

const isWithin = (hostname: string, host: string): boolean =>
  hostname === host || hostname.endsWith(`.${host}`);
