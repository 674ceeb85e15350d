/** dynalite in this process, asked in its own terms: a request and a response of HTTP, without the wire. */
import { EventEmitter } from 'node:events';
import type http from 'node:http';
import dynalite from 'dynalite';
import type { Answered } from './database-front.ts';
import { signature } from './database-protocol.ts';
import type { MeteredJson } from './metering.ts';

export interface Dynalite {
  ask(operation: string, input: MeteredJson): Promise<Answered>;
  /** Has it answer a request whose body has been read. */
  answer(incoming: http.IncomingMessage, outgoing: http.ServerResponse, body: Buffer): void;
}

const headersOf = (operation: string) => ({
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': `DynamoDB_20120810.${operation}`,
  'x-amz-date': '20000101T000000Z',
  authorization: signature,
});

type Asked = Pick<http.IncomingMessage, 'headers' | 'method' | 'url'>;

/** A database of its own, empty. */
export function dynaliteWithin(): Dynalite {
  const database = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const hand = ({ headers, method, url }: Asked, response: object, body: Buffer) => {
    const request = Object.assign(new EventEmitter(), { headers, method, url });
    database.emit('request', request, response);
    request.emit('data', body);
    request.emit('end');
  };
  return {
    answer: hand,
    ask: (operation, input) =>
      new Promise((resolve) => {
        const response = {
          statusCode: 200,
          setHeader: () => undefined,
          end: (text: string) =>
            resolve({ status: response.statusCode, output: JSON.parse(text) as MeteredJson }),
        };
        const asked = { method: 'POST', url: '/', headers: headersOf(operation) };
        hand(asked, response, Buffer.from(JSON.stringify(input)));
      }),
  };
}
