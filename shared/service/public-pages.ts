/** Answers requests to the public links. GET only shows; POST acts, from the page's button and from RFC 8058 alike. */
import { chooseLocale, type Locale } from './choose-locale.ts';
import { type PageResponse, type PageSettings, page } from './pages.ts';
import { showUnsubscribe, type UnsubscribeWorld, unsubscribe } from './unsubscribe.ts';

export interface PublicRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Not read: whoever posts to a link of ours wants what it is for, in whatever form and encoding he says so. */
  readonly body?: string | undefined;
}

export type PublicWorld = UnsubscribeWorld;

/**
 * Never throws: what fails is logged without personal data and answered with 503, so that the sender repeats it.
 * 200 on POST means that it is saved. No cookies and no redirects (RFC 8058, section 3.1).
 */
export async function handlePublicRequest(
  world: PublicWorld,
  settings: PageSettings,
  request: PublicRequest,
): Promise<PageResponse> {
  const method = request.method.toUpperCase();
  const response = await answer(world, settings, { ...request, method });
  return method === 'HEAD' ? { ...response, body: '' } : response;
}

async function answer(
  world: PublicWorld,
  settings: PageSettings,
  request: PublicRequest,
): Promise<PageResponse> {
  const fallback = acceptedLocale(request.headers, settings.locale);
  const [, token] = /^\/u\/([^/]+)\/?$/.exec(request.path) ?? [];
  if (token === undefined) return page('notFound', 404, settings, fallback);
  const acts = request.method === 'POST';
  if (!acts && request.method !== 'GET' && request.method !== 'HEAD') {
    return page('wrongMethod', 405, settings, fallback, { allow: 'GET, HEAD, POST' });
  }
  try {
    const claims = await (acts ? unsubscribe : showUnsubscribe)(world, token);
    if (!claims) {
      world.metrics.count('LinkRefused');
      return page('wrongLink', 400, settings, fallback);
    }
    if (acts) world.metrics.count('Unsubscribed');
    return page(acts ? 'done' : 'ask', 200, settings, chooseLocale(claims.locale, fallback));
  } catch (error) {
    const failure = error instanceof Error ? error : new Error('unknown');
    world.log.error('an unsubscribe request failed', {
      error: failure.name,
      code: 'code' in failure ? String(failure.code) : undefined,
    });
    world.metrics.count('PageFailed');
    return page('tryLater', 503, settings, fallback, { 'retry-after': '60' });
  }
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
