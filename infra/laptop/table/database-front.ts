/**
 * The listener in front of a database, in a process of its own: it reads along, counts and tells of the sweep's index.
 * The workers speak to it directly: a way through the cloud's one port would cost as much as the database itself.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { workerKeyPrefix } from '../worker-key.ts';
import type { FromDatabase, ToDatabase } from './database-protocol.ts';
import { asksForNew, type Json, Metering } from './metering.ts';

/** What was asked. */
export interface Asked {
  readonly operation: string;
  /** How long the body was as it came. */
  readonly bytes: number;
  /** What the database is to be sent. */
  body(): Buffer;
  /** Undefined: the body is no JSON. */
  readonly input: Json | undefined;
}

export interface Answered {
  readonly status: number;
  readonly output: Json;
}

/**
 * Answers a request whose body has been read: by what it resolves to, or, where it returns nothing, by one `end` of
 * `outgoing` with the whole text.
 */
export type Backend = (
  incoming: http.IncomingMessage,
  outgoing: http.ServerResponse,
  asked: Asked,
) => Promise<Answered> | undefined;

const post = (message: FromDatabase) => process.send?.(message);

function parsed(body: Buffer | string): Json | undefined {
  try {
    return JSON.parse(body.toString()) as Json;
  } catch {
    return undefined;
  }
}

/** The answer as the client asked for it. */
function withoutNew({ Attributes: _, ...output }: Json): Json {
  return output;
}

function writeAnswer(outgoing: http.ServerResponse, { status, output }: Answered): void {
  const text = JSON.stringify(output);
  outgoing.statusCode = status;
  outgoing.setHeader('content-type', 'application/x-amz-json-1.0');
  outgoing.setHeader('content-length', Buffer.byteLength(text));
  outgoing.end(text);
}

/** Hands the backend a request, and sees its answer before the client does. */
function passOn(backend: Backend, metering: Metering) {
  return (incoming: http.IncomingMessage, outgoing: http.ServerResponse, came: Buffer) => {
    const { headers } = incoming;
    const operation = String(headers['x-amz-target']).split('.')[1] ?? '';
    const given = parsed(came);
    const ask = given !== undefined && asksForNew(operation, given);
    const counted = headers.authorization?.includes(`Credential=${workerKeyPrefix}.`) ?? false;
    const see = (status: number, output: Json) => {
      if (given) metering.observe(operation, { input: given, status, output }, counted);
      return ask && status === 200 ? withoutNew(output) : output;
    };
    const send = outgoing.end.bind(outgoing) as (text: string) => http.ServerResponse;
    outgoing.end = ((answer: string) => {
      const output = see(outgoing.statusCode, parsed(answer) ?? {});
      if (!ask || outgoing.statusCode !== 200) return send(answer);
      const body = JSON.stringify(output);
      outgoing.removeHeader('x-amz-crc32');
      outgoing.setHeader('content-length', Buffer.byteLength(body));
      return send(body);
    }) as typeof outgoing.end;
    const input = ask ? { ...given, ReturnValues: 'ALL_NEW' } : given;
    const body = () => (ask ? Buffer.from(JSON.stringify(input)) : came);
    const answered = backend(incoming, outgoing, { operation, input, bytes: came.length, body });
    if (answered === undefined) return;
    outgoing.end = send as typeof outgoing.end;
    answered.then(
      ({ status, output }) => writeAnswer(outgoing, { status, output: see(status, output) }),
      (error: unknown) => outgoing.destroy(error as Error),
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
    post({ kind: 'indexed', partition, sort, at_ms: at_ms ?? null });
  });
  process.on('message', (_: ToDatabase) => {
    const { requests, capacity, enrolments } = metering;
    post({ kind: 'counts', requests, capacity, enrolments: enrolments.count });
  });
  const pass = passOn(backend, metering);
  const server = http.createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => pass(incoming, outgoing, Buffer.concat(chunks)));
  });
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1', () => {
    post({ kind: 'listening', port: (server.address() as AddressInfo).port });
  });
}
