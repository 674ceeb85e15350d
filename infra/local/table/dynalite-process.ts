/**
 * dynalite in a process of its own, behind a listener that reads along. The workers speak to it directly: a way
 * through the cloud's one port would cost as much as the database itself.
 */
import { EventEmitter } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import { workerKeyPrefix } from '../worker-key.ts';
import type { FromDatabase, ToDatabase } from './database-protocol.ts';
import { asksForNew, type Json, Metering } from './metering.ts';

// Ctrl-C reaches the whole process group; the parent decides when the database goes.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit(0));

const tell = (message: FromDatabase) => process.send?.(message);
const metering = new Metering((partition, sort, at_ms) => {
  tell({ kind: 'indexed', partition, sort, at_ms: at_ms ?? null });
});
process.on('message', (_: ToDatabase) => {
  const { requests, capacity, enrolments } = metering;
  tell({ kind: 'counts', requests, capacity, enrolments: enrolments.count });
});

const database = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });

function parsed(body: Buffer): Json | undefined {
  try {
    return JSON.parse(body.toString('utf8')) as Json;
  } catch {
    return undefined;
  }
}

/** Hands the database a request whose body has been read, and sees its answer before the client does. */
function pass(incoming: http.IncomingMessage, outgoing: http.ServerResponse, body: Buffer): void {
  const { headers, method, url } = incoming;
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
  const request = Object.assign(new EventEmitter(), { headers, method, url });
  database.emit('request', request, outgoing);
  request.emit('data', ask ? Buffer.from(JSON.stringify({ ...input, ReturnValues: 'ALL_NEW' })) : body);
  request.emit('end');
}

const server = http.createServer((incoming, outgoing) => {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => pass(incoming, outgoing, Buffer.concat(chunks)));
});
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => {
  tell({ kind: 'listening', port: (server.address() as AddressInfo).port });
});
