/** Serves the page and its two forms. */
import type { Settings } from '../../../shared/settings/settings.ts';
import type { EventBuses } from '../bus/bus.ts';
import type { Answer, Request } from '../http/message.ts';
import type { Mailbox } from '../mail/mailbox.ts';
import type { Tally } from '../tally.ts';
import type { ClockControl } from './clock-control.ts';
import { controlFailure, refuseOtherSites } from './control-api.ts';
import { mostListed, pageHtml } from './page.ts';
import { sampleOrder } from './sample-order.ts';

export interface PageParts {
  readonly settings: Settings;
  readonly mailbox: Mailbox;
  readonly clock: ClockControl;
  readonly buses: EventBuses;
  readonly tally: Tally;
}

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const backToPage: Answer = { status: 303, headers: { location: '/' }, body: '' };

function show({ settings, mailbox, clock }: PageParts, request: Request): Answer {
  const body = pageHtml({
    settings,
    now_ms: clock.now().epochMilliseconds,
    count: mailbox.count,
    mails: mailbox.newest(mostListed),
    open: mailbox.get(request.query.get('mail') ?? ''),
  });
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  return { status: 200, headers, body };
}

async function act(
  { settings, clock, buses, tally }: PageParts,
  request: Request,
): Promise<Answer | undefined> {
  const form = new URLSearchParams(request.body.toString('utf8'));
  refuseOtherSites(request);
  if (request.path === '/_local/page/clock') {
    await clock.advance(form.get('advance') ?? '');
    return backToPage;
  }
  if (request.path !== '/_local/page/order') return undefined;
  const { now_ms } = request.caller;
  buses.put(settings.busName, sampleOrder(form, settings, now_ms), now_ms);
  tally.events += 1;
  tally.touched = true;
  // The page then shows the mail that came of it.
  await clock.advance('PT0S');
  return backToPage;
}

export function pageServer(parts: PageParts) {
  return async (request: Request): Promise<Answer | undefined> => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads && request.path === '/') return show(parts, request);
    if (request.method !== 'POST') return undefined;
    try {
      return await act(parts, request);
    } catch (error) {
      const failure = controlFailure(error);
      if (failure) return failure;
      throw error;
    }
  };
}
