/**
 * The listener in front of a database, in a process of its own: it reads along, counts and tells of the sweep's index.
 * The workers speak to it directly: a way through the cloud's one port would cost as much as the database itself.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { workerKeyPrefix } from '../worker-key.ts';
import type { FromDatabase, ToDatabase } from './database-protocol.ts';
import { asksForNew, type Json, Metering } from './metering.ts';

/** Answers a request whose body has been read, by one `end` with the whole text. */
export type Backend = (incoming: http.IncomingMessage, outgoing: http.ServerResponse, body: Buffer) => void;

const tell = (message: FromDatabase) => process.send?.(message);

function parsed(body: Buffer): Json | undefined {
  try {
    return JSON.parse(body.toString('utf8')) as Json;
  } catch {
    return undefined;
  }
}

/** Hands the backend a request, and sees its answer before the client does. */
function passOn(backend: Backend, metering: Metering) {
  return (incoming: http.IncomingMessage, outgoing: http.ServerResponse, body: Buffer) => {
    const { headers } = incoming;
    const operation = String(headers['x-amz-target']).split('.')[1] ?? '';
    const input = parsed(body);
    const ask = input !== undefined && asksForNew(operation, input);
    const counted = headers.authorization?.includes(`Credential=${workerKeyPrefix}.`) ?? false;
    const send = outgoing.end.bind(outgoing) as (text: string) => http.ServerResponse;
    outgoing.end = ((answer: string) => {
      if (input) metering.observe(operation, input, outgoing.statusCode, answer, counted);
      if (!ask || outgoing.statusCode !== 200) return send(answer);
      const { Attributes: _, ...asked } = JSON.parse(answer) as Json;
      const told = JSON.stringify(asked);
      outgoing.removeHeader('x-amz-crc32');
      outgoing.setHeader('content-length', Buffer.byteLength(told));
      return send(told);
    }) as typeof outgoing.end;
    backend(
      incoming,
      outgoing,
      ask ? Buffer.from(JSON.stringify({ ...input, ReturnValues: 'ALL_NEW' })) : body,
    );
  };
}

/** Listens on a free port and tells the parent which. The process ends when the parent lets go of it. */
export function listenInFront(backend: Backend): void {
  // Ctrl-C reaches the whole process group; the parent decides when the database goes.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  process.on('disconnect', () => process.exit(0));
  const metering = new Metering((partition, sort, at_ms) => {
    tell({ kind: 'indexed', partition, sort, at_ms: at_ms ?? null });
  });
  process.on('message', (_: ToDatabase) => {
    const { requests, capacity, enrolments } = metering;
    tell({ kind: 'counts', requests, capacity, enrolments: enrolments.count });
  });
  const pass = passOn(backend, metering);
  const server = http.createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => pass(incoming, outgoing, Buffer.concat(chunks)));
  });
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1', () => {
    tell({ kind: 'listening', port: (server.address() as AddressInfo).port });
  });
}
