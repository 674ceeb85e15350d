import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** A server on a free port that answers every request by a function; for tests of clients. */
export async function answering(
  answer: (asked: Asked) => { status?: number; body: unknown },
): Promise<{ url: string; asked: Asked[]; stop(): Promise<void> }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    const one = { method: request.method ?? '', path: request.url ?? '', body };
    asked.push(one);
    const { status = 200, body: reply } = answer(one);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections());
  return { url: `http://127.0.0.1:${port}`, asked, stop };
}
