/** The HTTP API of the public links: hands a request to the function behind them, and its answer back. */
import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { accountId } from '../arns.ts';
import { type Answer, partsOf, type Request } from '../http/message.ts';
import type { FunctionPool } from './function-pool.ts';
import type { Invocations } from './invocations.ts';

/** Bodies of these types travel as text; the API encodes all others, forms among them. */
const textual = /^(text\/|application\/(json|javascript|xml))/i;

/** The paths that the API hands on; anything else on this host is the control's. */
const publicPath = /^\/([upsbc])\/|^\/join\/?$/;

export const isPublic = (path: string): boolean => publicPath.test(path);

/** Payload format 2.0. Source: API Gateway developer guide, "Lambda proxy integrations for HTTP APIs". */
function httpApiEvent(request: Request): APIGatewayProxyEventV2 {
  const { method, path, headers, body, caller } = request;
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && name !== 'cookie') flat[name] = Array.isArray(value) ? value.join(',') : value;
  }
  const isText = textual.test(flat['content-type'] ?? 'text/plain');
  const query = Object.fromEntries(
    [...new Set(request.query.keys())].map((name) => [name, request.query.getAll(name).join(',')]),
  );
  const [, room] = publicPath.exec(path) ?? [];
  const routeKey = `${method} ${room ? `/${room}/{token}` : '/join'}`;
  const host = flat.host ?? 'localhost';
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: request.query.toString(),
    ...(headers.cookie === undefined ? {} : { cookies: headers.cookie.split('; ') }),
    headers: flat,
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    ...(room ? { pathParameters: { token: partsOf(path)[2] ?? '' } } : {}),
    requestContext: {
      accountId,
      apiId: 'local',
      domainName: host,
      domainPrefix: host.split('.')[0] ?? host,
      http: {
        method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: flat['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date(caller.now_ms).toISOString(),
      timeEpoch: caller.now_ms,
    },
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** A function may answer with a structure, or with anything else, which then is the JSON body of a 200. */
function answerOf(value: unknown): Answer {
  if (typeof value !== 'object' || value === null || !('statusCode' in value)) {
    const body = typeof value === 'string' ? value : JSON.stringify(value);
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const result = value as APIGatewayProxyStructuredResultV2;
  const headers: Record<string, string | string[]> = { 'content-type': 'text/plain' };
  for (const [name, one] of Object.entries(result.headers ?? {})) headers[name.toLowerCase()] = String(one);
  if (result.cookies) headers['set-cookie'] = result.cookies;
  const body = result.isBase64Encoded ? Buffer.from(result.body ?? '', 'base64') : (result.body ?? '');
  return { status: result.statusCode ?? 200, headers, body };
}

const broken: Answer = {
  status: 500,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message: 'Internal Server Error' }),
};

export class PublicLinks {
  readonly #pool: FunctionPool;
  readonly #invocations: Invocations;
  readonly #ended: () => void;
  #last: Promise<unknown> = Promise.resolve();

  constructor(pool: FunctionPool, invocations: Invocations, ended: () => void) {
    this.#pool = pool;
    this.#invocations = invocations;
    this.#ended = ended;
  }

  /** One request after the other: one process answers them. */
  async answer(request: Request): Promise<Answer> {
    const event = httpApiEvent(request);
    const mine = this.#last.then(() => this.#invoke(event, request.caller.now_ms));
    this.#last = mine.catch(() => {});
    return mine;
  }

  async #invoke(event: APIGatewayProxyEventV2, now_ms: number): Promise<Answer> {
    const invocation = { now_ms, customers: new Set<string>(), othersMayGoAhead: false };
    this.#invocations.begin(invocation);
    try {
      const outcome = await this.#pool.invoke(event, now_ms);
      return outcome.ok ? answerOf(outcome.value) : broken;
    } finally {
      this.#invocations.end(invocation);
      this.#ended();
    }
  }
}
