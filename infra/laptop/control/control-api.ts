/**
 * The control, under `/_local/`. All answers are JSON but the mails' own; errors are `{ error, remedy }`.
 *
 * - `GET mails`: list of `MailView`, oldest first. `GET mails/:id.html`, `GET mails/:id.txt`: what she reads.
 * - `GET clock`: `{ now }`. `POST clock` with `{ advance: "P7D" }` or `{ to: "2026-11-22T09:00:00Z" }`: steps to each
 *   due thing and answers `{ now }` when all is quiet there. Going back is refused with 400 once anything happened.
 *   With `{ to, settle: false }` it answers as soon as everything until then has begun, and the clock stands still
 *   until a move without it: for players of many events, whose customers need not wait for each other.
 * - `GET customers/:id`: `CustomerView`; 404 for an unknown one. `GET stats`: `StatsView`.
 */
import { escapeHtml } from '../../terminal/escape-html.ts';
import { type Answer, answerJson, jsonBody, partsOf, type Request } from '../http/message.ts';
import type { Mailbox, StoredMail } from '../mail/mailbox.ts';
import { type ClockControl, moveClock } from './clock-control.ts';
import { ControlError } from './control-error.ts';
import { type CustomerParts, customerView } from './customer-view.ts';
import { mailView } from './mail-view.ts';
import { type StatsParts, statsView } from './stats-view.ts';

export interface ControlParts extends CustomerParts, StatsParts {
  readonly mailbox: Mailbox;
  readonly clock: ClockControl;
}

/** A mail's HTML is not ours: no script, and its links open beside the page that shows it. */
const mailPolicy =
  "sandbox allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation; default-src 'none'; img-src * data:; style-src 'unsafe-inline' *; font-src * data:";

function mailAnswer(mail: StoredMail, format: string): Answer {
  if (format === 'txt') {
    return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: mail.text };
  }
  const plain = `<!doctype html><head><meta charset="utf-8"></head><pre>${escapeHtml(mail.text)}</pre>`;
  // The store's own pages let nobody frame them: a link opens beside the mail, as in any mail program.
  const body = (mail.html || plain).replace(/<head[^>]*>/, '$&<base target="_blank">');
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': mailPolicy },
    body,
  };
}

function mailOf(mailbox: Mailbox, name: string): Answer {
  const [, id = '', format = ''] = /^(.+)\.(html|txt)$/.exec(name) ?? [];
  const mail = mailbox.get(id);
  if (mail) return mailAnswer(mail, format);
  throw new ControlError(
    404,
    'There is no such mail.',
    'Take an id of GET /_local/mails and add .html or .txt.',
  );
}

function nothingHere(request: Request): ControlError {
  const remedy =
    'There are GET mails, mails/:id.html, mails/:id.txt, clock, customers/:id and stats, and POST clock, all under /_local/.';
  return new ControlError(404, `Nothing is at ${request.method} ${request.path}.`, remedy);
}

/** A page of another site must not move the clock or read mails through her browser. */
export function refuseOtherSites({ headers }: Request): void {
  const origin = headers.origin;
  if (origin === undefined || origin === `http://${headers.host}`) return;
  throw new ControlError(
    403,
    'This request comes from another site.',
    'Send it from here, or from a terminal.',
  );
}

async function answer(parts: ControlParts, request: Request): Promise<Answer> {
  const [, , noun, name] = partsOf(request.path);
  refuseOtherSites(request);
  if (request.method === 'POST' && noun === 'clock' && name === undefined) {
    return answerJson(await moveClock(parts.clock, jsonBody(request)));
  }
  if (request.method !== 'GET') throw nothingHere(request);
  if (noun === 'mails' && name === undefined) return answerJson(parts.mailbox.all().map(mailView));
  if (noun === 'mails' && name !== undefined) return mailOf(parts.mailbox, name);
  if (noun === 'clock') return answerJson({ now: parts.clock.now().toString() });
  if (noun === 'customers' && name) return answerJson(await customerView(parts, name));
  if (noun === 'stats') return answerJson(await statsView(parts));
  throw nothingHere(request);
}

/** The answer to what the control itself refuses; undefined for every other error, which the server answers. */
export function controlFailure(error: unknown): Answer | undefined {
  return error instanceof ControlError
    ? answerJson({ error: error.message, remedy: error.remedy }, undefined, error.status)
    : undefined;
}

export function controlApi(parts: ControlParts) {
  return async (request: Request): Promise<Answer | undefined> => {
    if (!request.path.startsWith('/_local/')) return undefined;
    try {
      return await answer(parts, request);
    } catch (error) {
      const failure = controlFailure(error);
      if (failure) return failure;
      throw error;
    }
  };
}
