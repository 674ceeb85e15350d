/** SDK clients of this thread reach what has a line by it, and all else by the wire. */
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { HttpRequest } from '@smithy/types';
import { asker, type ThreadLine } from './line.ts';

type Handle = NodeHttpHandler['handle'];

function urlOf({ path, query = {} }: HttpRequest): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value ?? '']) words.append(name, one);
  return words.size === 0 ? path : `${path}?${words}`;
}

const inSmallLetters = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** Bytes are a part of a larger store, which would be copied whole with each message. */
const alone = (body: string | Uint8Array) => (typeof body === 'string' ? body : new Uint8Array(body));

export function callByLine(lines: readonly ThreadLine[]): void {
  const asks = new Map(lines.map(({ host, port }) => [host, asker(port)]));
  const overWire = NodeHttpHandler.prototype.handle;
  async function handle(this: NodeHttpHandler, ...given: Parameters<Handle>): ReturnType<Handle> {
    const [request] = given;
    const ask = asks.get(`${request.hostname}:${request.port}`);
    if (!ask) return overWire.apply(this, given);
    const { status, headers, body } = await ask({
      method: request.method,
      url: urlOf(request),
      headers: inSmallLetters(request.headers),
      body: alone(request.body ?? ''),
    });
    return { response: { statusCode: status, headers, body: Buffer.from(body) } } as Awaited<
      ReturnType<Handle>
    >;
  }
  Object.assign(NodeHttpHandler.prototype, { handle });
}
