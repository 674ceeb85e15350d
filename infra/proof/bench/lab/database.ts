/** A database in this process with the product's tables; every request goes through the meter. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { itemBytes } from '../../../../shared/aws/capacity.ts';
import type { StackNames } from '../../../stack/names.ts';
import { createTableInputs } from '../../../stack/table-shapes.ts';
import { type BenchItem, type BenchJson, Meter } from './meter.ts';
import type { Notebook } from './notebook.ts';

export interface BenchReply {
  readonly status: number;
  readonly body: string;
}

export interface BenchDatabase {
  answer(operation: string, body: string): Promise<BenchReply>;
  stop(): void;
}

export async function startBenchDatabase(notebook: Notebook, names: StackNames): Promise<BenchDatabase> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await createTables(url, names);
  const meter = new Meter();
  return {
    async answer(operation, body) {
      const input = JSON.parse(body) as BenchJson;
      // What an update made of an item is asked for, to know its size.
      const asked = operation === 'UpdateItem' ? { ...input, ReturnValues: 'ALL_NEW' } : input;
      const reply = await post(url, operation, JSON.stringify(asked));
      const refused = reply.status === 400 && reply.body.includes('ConditionalCheckFailedException');
      if (reply.status !== 200 && !refused) return reply;
      const output = JSON.parse(reply.body) as BenchJson;
      notebook.capacity(meter.unitsOf(operation, input, output, refused));
      const item = input.Item as BenchItem | undefined;
      if (!refused && input.TableName === names.tables.records && item)
        notebook.recordWritten(itemBytes(item));
      return operation === 'UpdateItem' && !refused ? { status: 200, body: '{}' } : reply;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function post(url: string, operation: string, body: string): Promise<BenchReply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20000101T000000Z',
      // A signature must be there, whoever's it is.
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20000101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body,
  });
  return { status: response.status, body: await response.text() };
}

async function createTables(endpoint: string, names: StackNames): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  for (const input of createTableInputs(names)) await client.send(new CreateTableCommand(input));
  client.destroy();
}
