/** The one port: reads requests, lets each handler in turn say whether it is its, and writes the answer. */
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MessagePort } from 'node:worker_threads';
import { lineTo } from '../line/line.ts';
import { type Answer, answerJson, type Caller, Refusal, type Request } from './message.ts';
import { readBody } from './read-body.ts';

type Handle = (request: Request) => Answer | undefined | Promise<Answer | undefined>;

export interface ServerParts {
  readonly handlers: readonly Handle[];
  /** Who asks, by the access key id of the request's signature. */
  readonly callerOf: (accessKeyId: string | undefined) => Caller;
  /** Told of errors that are this program's own. */
  readonly report: (error: string) => void;
}

/** Thrown when the port is taken. */
class PortInUse extends Error {
  override readonly name = 'PortInUse';
  readonly code = 'PORT_IN_USE';
}

function addressOf({ url = '/' }: Head): URL {
  try {
    return new URL(url, 'http://localhost');
  } catch {
    throw new Refusal('BadRequestException', 'The address of this request cannot be read.');
  }
}

/** What a request says before its body. */
type Head = Pick<http.IncomingMessage, 'method' | 'url' | 'headers'>;

async function answerTo(head: Head, body: Promise<Buffer>, parts: ServerParts): Promise<Answer> {
  const url = addressOf(head);
  const key = /Credential=([^/,\s]+)\//.exec(head.headers.authorization ?? '')?.[1];
  const request: Request = {
    method: head.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: head.headers,
    body: await body,
    caller: parts.callerOf(key),
  };
  for (const handle of parts.handlers) {
    const answer = await handle(request);
    if (answer) return answer;
  }
  const remedy = 'See GET / for the mailbox, /_local/ for the control, or send an AWS request.';
  return answerJson({ error: `Nothing is at ${request.method} ${request.path}.`, remedy }, undefined, 404);
}

function failed(error: unknown, report: (error: string) => void): Answer {
  if (error instanceof Refusal) {
    return answerJson({ error: error.message, remedy: 'Change the request.' }, undefined, error.status);
  }
  report(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const remedy = 'This is a fault of the embedded cloud; its terminal says more.';
  return answerJson({ __type: 'InternalFailure', error: 'InternalFailure', remedy }, undefined, 500);
}

async function answered(head: Head, body: Promise<Buffer>, parts: ServerParts): Promise<Answer> {
  const answer = await answerTo(head, body, parts).catch((error: unknown) => failed(error, parts.report));
  return { ...answer, headers: { ...answer.headers, 'x-amzn-requestid': randomUUID() } };
}

/** The same answers over a line. */
export const lineToServer = (parts: ServerParts): MessagePort =>
  lineTo(({ body, ...head }) => answered(head, Promise.resolve(Buffer.from(body)), parts));

export function createServer(parts: ServerParts): http.Server {
  const server = http.createServer(async (incoming, outgoing) => {
    const answer = await answered(incoming, readBody(incoming), parts);
    outgoing.writeHead(answer.status, {
      ...answer.headers,
      'content-length': Buffer.byteLength(answer.body),
    });
    outgoing.end(incoming.method === 'HEAD' ? undefined : answer.body);
  });
  // Clients keep their connections; closing idle ones would race with their next request.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  return server;
}

/** Listens on 127.0.0.1 and resolves to the port. Throws {@link PortInUse}. */
export function listen(server: http.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      const words = `Port ${port} is not free. Choose another with --port, or end what listens there.`;
      reject(taken ? new PortInUse(words) : error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
