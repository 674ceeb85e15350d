/**
 * The listener in front of a database, in a process of its own. What passes is seen by the seam: by what counts, by what
 * tells the cloud of what the sweep may find, and by what lets items expire.
 * The workers speak to it directly: a way through the cloud's one port would cost as much as the database itself.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerLine } from '../line/line.ts';
import { hearParent, tellParent } from '../parent.ts';
import { workerKeyPrefix } from '../worker-key.ts';
import { type Answered, type Ask, jsonOf, type Table } from './asked.ts';
import type { Backend, TableRequest } from './backend.ts';
import type { FromDatabase, ToDatabase } from './database-protocol.ts';
import { EnrolmentsSeen } from './enrolments-seen.ts';
import { Expiry } from './expiry.ts';
import { portionsRead } from './portions-read.ts';
import { Seam } from './seam.ts';
import { SweepEntries } from './sweep-entries.ts';
import { Tables } from './tables.ts';
import { WorkerUsage } from './worker-usage.ts';

/** What stands between the database and those who ask, told what it may need to see every write. */
export type MakeTable = (ask: Ask, parts: { readonly seam: Seam; readonly tables: Tables }) => Table;

const tell = (message: FromDatabase) => tellParent(message);

/** Answers requests, and lets the seam see each. */
export function answerer(backend: Backend, makeTable: MakeTable) {
  const [seam, tables] = [new Seam(), new Tables()];
  const table = makeTable(backend.ask, { seam, tables });
  async function answer(request: TableRequest): Promise<Answered> {
    const { headers, body } = request;
    const operation = String(headers['x-amz-target']).split('.')[1] ?? '';
    const input = jsonOf(body.toString());
    const pass = () => backend.pass(request);
    if (input === undefined) return pass();
    const { authorization = '' } = headers;
    const by = authorization.includes(`Credential=${workerKeyPrefix}.`) ? 'worker' : 'other';
    const signed = authorization.includes('Signature=');
    seam.asked(operation, by);
    const settled = tables.answer(operation, input);
    if (settled) return settled;
    const answered = await table.answer({ operation, input, by, signed, bytes: body.length, pass });
    if (answered.status !== 200) return answered;
    tables.learn(operation, input);
    for (const portion of portionsRead(operation, input, answered.output)) seam.read(portion, by);
    return answered;
  }
  return { seam, tables, table, answer };
}

function textOf({ status, output, written }: Answered) {
  const headers = written?.headers ?? { 'content-type': 'application/x-amz-json-1.0' };
  return { status, headers, body: written?.text ?? JSON.stringify(output) };
}

function write(outgoing: http.ServerResponse, answered: Answered): void {
  const { status, headers, body } = textOf(answered);
  outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  outgoing.end(body);
}

function watchers({ seam, tables, table }: ReturnType<typeof answerer>, ask: Ask) {
  const usage = seam.subscribe(new WorkerUsage());
  const enrolments = seam.subscribe(new EnrolmentsSeen());
  seam.subscribe(
    new SweepEntries((partition, at_ms) => tell({ kind: 'indexed', partition, at_ms: at_ms ?? null })),
  );
  const expiring = (at_ms: number) => tell({ kind: 'expiring', at_ms });
  const expiry = seam.subscribe(new Expiry({ tables, table, ask, expiring }));
  return { usage, enrolments, expiry };
}

/** Listens on a free port and tells the parent which. It ends when the parent lets go of it. */
export function listenInFront(backend: Backend, makeTable: MakeTable): void {
  const front = answerer(backend, makeTable);
  const { usage, enrolments, expiry } = watchers(front, backend.ask);
  hearParent(async (message: ToDatabase) => {
    if (message.kind === 'expire') {
      await expiry.expire(message.at_ms);
      tell({ kind: 'expired' });
    } else if (message.kind === 'line')
      answerLine(message.port, async ({ body, ...asked }) =>
        textOf(await front.answer({ ...asked, body: Buffer.from(body) })),
      );
    else tell({ kind: 'counts', ...usage, enrolments: enrolments.count });
  });
  const server = http.createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      front.answer({ method, url, headers, body: Buffer.concat(chunks) }).then(
        (answered) => write(outgoing, answered),
        (error: unknown) => outgoing.destroy(error as Error),
      );
    });
  });
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1', () => {
    tell({ kind: 'listening', port: (server.address() as AddressInfo).port });
  });
}
