/** Answers requests to the public links. GET only shows; POST acts, from the page's button and from RFC 8058 alike. */
import { Temporal } from 'temporal-polyfill';
import { chooseLocale, type Locale } from '../rendering/choose-locale.ts';
import type { Engine } from '../saving/engine.ts';
import { pageFor } from './page-app.ts';
import type { PageResponse } from './page-frame.ts';
import type { PagePorts, Visit } from './visit.ts';

export interface PublicRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly rawQueryString?: string | undefined;
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean | undefined;
}

/** More than the longest survey, fully answered; what is longer is not read. */
const maxBody_bytes = 16_384;

/**
 * Never throws: what fails is logged without personal data and answered with 503, so that the sender repeats it.
 * 200 on POST means that it is saved. No cookies and no redirects (RFC 8058, section 3.1).
 */
export async function handlePublicRequest(
  engine: Engine<PagePorts>,
  request: PublicRequest,
): Promise<PageResponse> {
  const { form, tooLarge } = formOf(request);
  const visit: Visit = {
    engine,
    method: request.method.toUpperCase(),
    path: request.path.replace(/(?<=[^/])\/$/, ''),
    query: new URLSearchParams((request.rawQueryString ?? '').slice(0, 1000)),
    form,
    tooLarge,
    fallback: acceptedLocale(request.headers, engine.settings.locale),
    at: Temporal.Instant.fromEpochMilliseconds(engine.world.clock.now().epochMilliseconds),
  };
  const response = await pageFor(visit);
  return visit.method === 'HEAD' ? { ...response, body: '' } : response;
}

/** The fields of a posted form (`application/x-www-form-urlencoded`); none of a body that is too large. */
function formOf({ body = '', isBase64Encoded }: PublicRequest): Pick<Visit, 'form' | 'tooLarge'> {
  const bytes = isBase64Encoded ? Math.floor((body.length * 3) / 4) : Buffer.byteLength(body);
  if (bytes > maxBody_bytes) return { form: new URLSearchParams(), tooLarge: true };
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  return { form: new URLSearchParams(text), tooLarge: false };
}

/** The first language of the browser's wishes that we have; header names come in any case. */
function acceptedLocale(headers: PublicRequest['headers'], storeLocale: Locale): Locale {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'accept-language');
  const wishes = (name ? (headers[name] ?? '') : '').slice(0, 200).split(',');
  const ranked = wishes
    .map((wish) => {
      const [tag = '', ...options] = wish.trim().split(';');
      const weight = options.map((option) => /^\s*q=([\d.]+)$/.exec(option)?.[1]).find(Boolean);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => /^(ja|en)\b/i.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return chooseLocale(ranked[0]?.tag, storeLocale);
}
