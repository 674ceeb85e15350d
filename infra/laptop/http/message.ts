/** A request and an answer as the services of the embedded cloud see them, and the refusals they speak. */
import type { IncomingHttpHeaders } from 'node:http';

/** Who asks: a worker, with the moment of its running invocation, or anyone else, with the clock's. */
export interface Caller {
  readonly worker: boolean;
  readonly now_ms: number;
}

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly caller: Caller;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Buffer;
}

export type Json = Record<string, unknown>;

/** The parts of a path between its slashes, decoded. Throws a refusal (400) where a "%" begins no byte of UTF-8. */
export function partsOf(path: string): readonly string[] {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    throw new Refusal('BadRequestException', 'The path is not well encoded.');
  }
}

/** A refusal in the words of the AWS service that is spoken to. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly status: number;
  /** SQS alone still tells the code of its old protocol in a header. */
  readonly queryCode: string | undefined;

  constructor(code: string, message: string, status = 400, queryCode?: string) {
    super(message);
    this.code = code;
    this.status = status;
    this.queryCode = queryCode;
  }
}

/** The body as a JSON object. Throws the refusal AWS gives for anything else. */
export function jsonBody(request: Request): Json {
  if (request.body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(request.body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  } catch {
    // told below, with the rest
  }
  throw new Refusal('SerializationException', 'The body is not a JSON object. Send one.');
}

export function answerJson(value: unknown, contentType = 'application/json', status = 200): Answer {
  return { status, headers: { 'content-type': contentType }, body: JSON.stringify(value) };
}
