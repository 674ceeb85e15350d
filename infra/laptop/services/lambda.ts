/** Lambda's Invoke, waiting for the answer: enough for an operator to start a function by hand. */
import type { Outcome } from '../functions/worker-protocol.ts';
import { type Answer, partsOf, Refusal, type Request } from '../http/message.ts';

/** Runs a function by its name; undefined for one that does not exist, `busy` when all its processes are at work. */
export type InvokeByName = (
  name: string,
  event: unknown,
  now_ms: number,
) => Promise<Outcome> | 'busy' | undefined;

/** The operation a request asks for; undefined for what is not Lambda's. */
export function lambdaOperation(method: string, path: string): string | undefined {
  if (!path.startsWith('/2015-03-31/functions/')) return undefined;
  return method === 'POST' && path.endsWith('/invocations') ? 'Invoke' : 'Unknown';
}

function eventOf({ body }: Request): unknown {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  } catch {
    throw new Refusal('InvalidRequestContentException', 'Could not parse request body into json.');
  }
}

const json = { 'content-type': 'application/json' };

function answerOf(outcome: Outcome): Answer {
  const headers = { ...json, 'x-amz-executed-version': '$LATEST' };
  if (outcome.ok) return { status: 200, headers, body: JSON.stringify(outcome.value ?? null) };
  const [errorType = 'Error', ...message] = outcome.error.split(': ');
  const body = JSON.stringify({ errorType, errorMessage: message.join(': ') });
  return { status: 200, headers: { ...headers, 'x-amz-function-error': 'Unhandled' }, body };
}

export function lambdaService(invoke: InvokeByName) {
  return async (operation: string, request: Request): Promise<Answer> => {
    const wanted = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
    if (operation !== 'Invoke' || wanted !== 'RequestResponse') {
      throw new Refusal(
        'InvalidParameterValueException',
        'This cloud offers Invoke with RequestResponse only.',
      );
    }
    const [, , , name = ''] = partsOf(request.path);
    const running = invoke(name, eventOf(request), request.caller.now_ms);
    if (running === undefined) {
      throw new Refusal('ResourceNotFoundException', `Function not found: ${name}`, 404);
    }
    if (running === 'busy') {
      throw new Refusal('TooManyRequestsException', 'All processes of the function are at work.', 429);
    }
    return answerOf(await running);
  };
}
