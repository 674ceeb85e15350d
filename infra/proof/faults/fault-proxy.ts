/** Stands between the workers and one endpoint of the cloud, passes requests on, and deals each the fault it is due. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from '../../laptop/http/read-body.ts';
import type { Dealt } from './dealer.ts';
import { type FaultAnswer, faultAnswer } from './fault-answers.ts';
import type { FaultKind, FaultyService } from './fault-table.ts';

export interface ProxyParts {
  readonly deal: (service: string) => Dealt;
  /** Ends the worker that signs with this key; false when there is none. */
  readonly kill: (accessKeyId: string) => boolean;
  /** Told of each fault that was dealt. */
  readonly dealt: (service: string, kind: FaultKind, body: Buffer) => void;
  /** Told of each request that was done. */
  readonly done: (service: string, operation: string, body: Buffer, status: number) => void;
}

export interface FaultProxy {
  readonly url: string;
  stop(): Promise<void>;
}

interface Asked {
  readonly incoming: http.IncomingMessage;
  readonly outgoing: http.ServerResponse;
  readonly body: Buffer;
  readonly service: FaultyService;
  readonly accessKeyId: string;
}

type Reply = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: Buffer };

/** `Credential=key/date/region/service/aws4_request` */
const signed = /Credential=([^/,\s]+)\/\d+\/[\w-]+\/([\w-]+)\//;

function operationOf({ headers, method, url }: http.IncomingMessage): string {
  const target = headers['x-amz-target'];
  return typeof target === 'string' ? (target.split('.').at(-1) ?? '') : `${method} ${url}`;
}

function passOn(target: URL, agent: http.Agent, { incoming, body }: Asked): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { method, url, headers } = incoming;
    const { connection: _, ...own } = headers;
    const { hostname, port } = target;
    const request = http.request({ agent, hostname, port, method, path: url, headers: own });
    request.on('error', reject);
    request.on('response', async (response) => {
      const answer = await readBody(response).catch(reject);
      if (answer) resolve({ status: response.statusCode ?? 502, headers: response.headers, body: answer });
    });
    request.end(body);
  });
}

function answer(outgoing: http.ServerResponse, { status, headers, body }: Reply | FaultAnswer): void {
  const {
    connection: _,
    'keep-alive': __,
    'transfer-encoding': ___,
    ...own
  } = headers as http.OutgoingHttpHeaders;
  outgoing.writeHead(status, { ...own, 'content-length': Buffer.byteLength(body) });
  outgoing.end(body);
}

/** Deals with one request. `pass` does it and resolves to the answer. */
async function dealWith(asked: Asked, pass: () => Promise<Reply>, parts: ProxyParts): Promise<void> {
  const { outgoing, body, service, accessKeyId } = asked;
  const { kind, delay_ms } = parts.deal(service);
  const count = (dealt: FaultKind) => parts.dealt(service, dealt, body);
  const cut = () => outgoing.socket?.destroy();
  if (kind === undefined) return answer(outgoing, await pass());
  // Its socket goes with the killed worker; it must not learn anything before.
  if (kind === 'kill-before') {
    if (!parts.kill(accessKeyId)) return answer(outgoing, await pass());
    return count(kind);
  }
  if (kind === 'kill-after') {
    const reply = await pass();
    return parts.kill(accessKeyId) ? count(kind) : answer(outgoing, reply);
  }
  count(kind);
  if (kind === 'drop') {
    cut();
    return;
  }
  if (kind === '5xx' || kind === 'throttle') return answer(outgoing, faultAnswer(service, kind));
  if (kind === 'delay') await new Promise((resolve) => setTimeout(resolve, delay_ms));
  const reply = await pass();
  if (kind === 'delay') answer(outgoing, reply);
  if (kind === '5xx-after') answer(outgoing, faultAnswer(service, '5xx'));
  if (kind === 'cut') cut();
}

/** Listens on a free port. What is not signed is passed on without faults. */
export async function startProxy(target: string, parts: ProxyParts): Promise<FaultProxy> {
  const to = new URL(target);
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer(async (incoming, outgoing) => {
    try {
      const body = await readBody(incoming);
      const [, accessKeyId = '', service = ''] = signed.exec(incoming.headers.authorization ?? '') ?? [];
      const asked = { incoming, outgoing, body, service: service as FaultyService, accessKeyId };
      const pass = async () => {
        const reply = await passOn(to, agent, asked);
        parts.done(service, operationOf(incoming), body, reply.status);
        return reply;
      };
      await dealWith(asked, pass, parts);
    } catch {
      outgoing.destroy();
    }
  });
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await closed;
    },
  };
}
