/** The DynamoDB of the embedded cloud: begins the database and speaks to it over kept connections. */
import { spawnSync } from 'node:child_process';
import http from 'node:http';
import path from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { childEnvironment } from '../child-environment.ts';
import type { Json } from '../http/message.ts';
import { begin, type PartLife } from '../life.ts';
import { type DatabaseCounts, type FromDatabase, headersOf, type ToDatabase } from './database-protocol.ts';
import type { NoteIndexed } from './sweep-entries.ts';

interface DatabaseReply {
  readonly status: number;
  readonly body: Buffer;
}

export interface Database {
  /** Where the workers reach it. */
  readonly url: string;
  /** Passes one operation on, its body as it is. */
  call(operation: string, body: Buffer | string): Promise<DatabaseReply>;
  /** A line to it; undefined where it is a process of its own. */
  line(): MessagePort | undefined;
  counts(): Promise<DatabaseCounts>;
  /** Deletes what was over at that moment. */
  expire(at_ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** Thrown when the database ended, or refused what the cloud itself asked. */
class DatabaseFailed extends Error {
  override readonly name = 'DatabaseFailed';
  readonly code = 'DATABASE_FAILED';
}

/** Thrown when Amazon's DynamoDB Local is wanted on a machine without Java. */
class JavaMissing extends Error {
  override readonly name = 'JavaMissing';
  readonly code = 'JAVA_MISSING';
}

export type DatabaseKind = 'dynalite' | 'dynamodb-local';

/** What a kind is told by its environment: Amazon's own reports how it is used unless it is told not to. */
const ofKind: Readonly<Record<DatabaseKind, Record<string, string>>> = {
  dynalite: {},
  'dynamodb-local': { DDB_LOCAL_TELEMETRY: '0' },
};

export const hasJava = () => spawnSync('java', ['-version']).status === 0;

function post(
  agent: http.Agent,
  port: number,
  operation: string,
  body: Buffer | string,
): Promise<DatabaseReply> {
  return new Promise((resolve, reject) => {
    const headers = { ...headersOf(operation), 'content-length': Buffer.byteLength(body) };
    const request = http.request({ agent, host: '127.0.0.1', port, method: 'POST', path: '/', headers });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 500, body: Buffer.concat(chunks) }));
    });
    request.end(body);
  });
}

export interface DatabaseOptions {
  /** Shows the process's own output. */
  readonly verbose?: boolean;
  /** dynalite if left out. */
  readonly kind?: DatabaseKind | undefined;
  /** Told of each change of the moment from which the sweep may find a record, before the writer hears of its write. */
  readonly indexed?: NoteIndexed;
  /** Told of moments at which something is over that may be deleted. */
  readonly expiring?: (at_ms: number) => void;
}

/** Throws {@link JavaMissing}. */
export async function startDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { verbose = false, kind = 'dynalite' } = options;
  if (kind === 'dynamodb-local' && !hasJava()) {
    throw new JavaMissing('DynamoDB Local needs Java: install one (17 or newer), or take dynalite.');
  }
  const [counting, deleting]: [((counts: DatabaseCounts) => void)[], (() => void)[]] = [[], []];
  let gone = false;
  const { life, port } = await new Promise<{ life: PartLife<ToDatabase>; port: number }>(
    (resolve, reject) => {
      const life = begin<FromDatabase, ToDatabase>(kind === 'dynalite' ? 'thread' : 'child', {
        program: path.join(import.meta.dirname, `${kind}-program.ts`),
        args: [],
        env: { ...childEnvironment(), ...ofKind[kind] },
        verbose,
        heard(message) {
          if (message.kind === 'listening') resolve({ life, port: message.port });
          else if (message.kind === 'counts') counting.shift()?.(message);
          else if (message.kind === 'expired') deleting.shift()?.();
          else if (message.kind === 'expiring') options.expiring?.(message.at_ms);
          else options.indexed?.(message.partition, message.at_ms ?? undefined);
        },
        gone() {
          gone = true;
          reject(new DatabaseFailed('The database ended. Run with --verbose to see why.'));
        },
      });
    },
  );
  const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });
  function request<T>(message: ToDatabase, waiting: ((value: T) => void)[]): Promise<T> {
    return new Promise((resolve) => {
      waiting.push(resolve);
      if (!gone) life.send(message);
    });
  }
  return {
    url: `http://127.0.0.1:${port}`,
    call: (operation, body) => post(agent, port, operation, body),
    line() {
      if (!life.lend) return undefined;
      const { port1, port2 } = new MessageChannel();
      life.lend({ kind: 'line', port: port1 }, port1);
      return port2;
    },
    counts: () => request({ kind: 'count' }, counting),
    expire: (at_ms) => request({ kind: 'expire', at_ms }, deleting),
    async stop() {
      agent.destroy();
      await life.letGo();
    },
  };
}

/** Calls an operation with a JSON object and returns the JSON of its answer. Throws {@link DatabaseFailed}. */
export async function callJson(
  database: Pick<Database, 'call'>,
  operation: string,
  input: Json,
): Promise<Json> {
  const reply = await database.call(operation, JSON.stringify(input));
  const output = JSON.parse(reply.body.toString('utf8')) as Json;
  if (reply.status === 200) return output;
  throw new DatabaseFailed(`The database refused ${operation}: ${String(output.message ?? output.__type)}`);
}
