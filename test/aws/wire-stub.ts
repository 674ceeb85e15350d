/** A service at the other end of the wire: keeps what it was asked, answers what it was told. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';

interface Asked {
  readonly method: string;
  readonly path: string;
  /** The operation of a JSON protocol, where the request names one. */
  readonly operation: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}

/** `hang`: never answers; `hang-up`: takes the request and closes the connection. */
export type Answer =
  | { readonly status: number; readonly body?: object; readonly error?: string }
  | 'hang'
  | 'hang-up';

export interface WireStub {
  readonly asked: Asked[];
  /** The answers to come; after the last one, 200 with an empty object. */
  answer(...answers: readonly Answer[]): void;
  /** What a client needs to reach this server and nothing else. */
  config(): {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
  };
}

/** A stub for all tests of a file; what was asked and told is forgotten before each. */
export function wireStub(): WireStub {
  const asked: Asked[] = [];
  const answers: Answer[] = [];
  const server = createServer(async (request, response) => {
    asked.push(await read(request));
    give(answers.shift() ?? { status: 200 }, request, response);
  });
  let port = 0;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    asked.length = 0;
    answers.length = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    asked,
    answer: (...more) => void answers.push(...more),
    config: () => ({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    operation: request.headers['x-amz-target']?.toString(),
    headers: request.headers,
    body: text === '' ? {} : JSON.parse(text),
  };
}

function give(answer: Answer, request: IncomingMessage, response: ServerResponse) {
  if (answer === 'hang') return;
  if (answer === 'hang-up') {
    request.socket.destroy();
    return;
  }
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (answer.error !== undefined) headers['x-amzn-errortype'] = answer.error;
  response.writeHead(answer.status, headers);
  response.end(JSON.stringify(answer.body ?? {}));
}
