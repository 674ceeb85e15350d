/** A database that listens on a port of its own, reached over kept connections. */
import http from 'node:http';
import { type Answered, answeredWith } from './asked.ts';
import { type Backend, backendOf, type TableRequest } from './backend.ts';
import { signature } from './database-protocol.ts';

export function databaseAt(port: number): Backend {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });
  function pass({ headers, method, url, body }: TableRequest): Promise<Answered> {
    // DynamoDB Local takes keys of letters and digits only, and a worker's has dots.
    const own = { ...headers, authorization: signature, 'content-length': String(body.length) };
    return new Promise((resolve, reject) => {
      const request = http.request({ agent, host: '127.0.0.1', port, method, path: url, headers: own });
      request.on('error', reject);
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const type = response.headers['content-type'] ?? 'application/x-amz-json-1.0';
          const text = Buffer.concat(chunks).toString('utf8');
          resolve(answeredWith(response.statusCode ?? 500, { 'content-type': type }, text));
        });
      });
      request.end(body);
    });
  }
  return backendOf(pass);
}
