/** Serves the preview on this machine alone: `/` is the page, `/mail` the mail that its frames show. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Mail } from '../../../shared/core/record/mail.ts';
import { escapeHtml } from '../../terminal/escape-html.ts';
import { choiceOf } from './choice.ts';
import { forcedScheme } from './forced-scheme.ts';
import { freshMail } from './fresh-mail.ts';
import { previewPage } from './page.ts';

/** Neither page runs anything; a mail may show pictures, as mail programs do. */
const policies = {
  page: "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'",
  mail: "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; base-uri 'none'; form-action 'none'",
} as const;

function send(response: ServerResponse, status: number, policy: keyof typeof policies, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policies[policy],
    'cache-control': 'no-store',
  });
  response.end(html);
}

async function mailOrProblem(choice: Parameters<typeof freshMail>[0]): Promise<Mail | Error> {
  return freshMail(choice).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) return error;
    throw error;
  });
}

async function answer(address: string, response: ServerResponse): Promise<void> {
  const url = new URL(address, 'http://localhost');
  const choice = choiceOf(url.searchParams);
  if (url.pathname !== '/' && url.pathname !== '/mail') {
    return send(
      response,
      404,
      'page',
      '<!doctype html><title>Nothing here</title><a href="/">To the preview</a>',
    );
  }
  const made = await mailOrProblem(choice);
  if (url.pathname === '/') return send(response, 200, 'page', previewPage(choice, made));
  if (made instanceof Error) return send(response, 500, 'mail', `<pre>${escapeHtml(made.message)}</pre>`);
  send(response, 200, 'mail', forcedScheme(made.html, choice.scheme));
}

/** Starts it; port 0 takes any free one. Rejects with Node's error where the port is taken. */
export async function startPreview(port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request.url ?? '/', response).catch((error: unknown) => {
      console.error(error);
      send(response, 500, 'page', '<!doctype html><title>Failed</title>The terminal says why.');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return server;
}
