/** dynalite in this process, asked in its own terms: a request and a response of HTTP, without the wire. */
import { EventEmitter } from 'node:events';
import dynalite from 'dynalite';
import { type Answered, answeredWith } from './asked.ts';
import { type Backend, backendOf, type TableRequest } from './backend.ts';

/** A database of its own, empty. */
export function dynaliteWithin(): Backend {
  const database = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const pass = ({ body, ...asked }: TableRequest) =>
    new Promise<Answered>((resolve) => {
      const headers: Record<string, string> = {};
      const response = {
        statusCode: 200,
        setHeader(name: string, value: string) {
          // The whole text is sent at once, however long it is.
          if (name !== 'Transfer-Encoding') headers[name.toLowerCase()] = value;
        },
        end(text = '') {
          resolve(answeredWith(response.statusCode, headers, text));
        },
      };
      const request = Object.assign(new EventEmitter(), asked);
      database.emit('request', request, response);
      request.emit('data', body);
      request.emit('end');
    });
  return backendOf(pass);
}
