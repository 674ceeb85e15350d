/** A database as what stands before it asks it: a request passed on as it came, or a question of the cloud's own. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Answered, Ask } from './asked.ts';
import { headersOf } from './database-protocol.ts';

/** A request of HTTP whose body has been read. */
export interface TableRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Backend {
  /** Has the database itself answer. */
  pass(request: TableRequest): Promise<Answered>;
  ask: Ask;
}

/** A database that takes requests by `pass` takes questions by it too. */
export function backendOf(pass: Backend['pass']): Backend {
  return {
    pass,
    ask: (operation, input) =>
      pass({
        method: 'POST',
        url: '/',
        headers: headersOf(operation),
        body: Buffer.from(JSON.stringify(input)),
      }),
  };
}
