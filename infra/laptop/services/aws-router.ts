/** Finds which AWS service and operation a request asks for, calls it, and answers errors in its protocol. */
import { type Answer, answerJson, Refusal, type Request } from '../http/message.ts';
import type { Tally } from '../tally.ts';
import { lambdaOperation } from './lambda.ts';
import { schedulerOperation } from './scheduler.ts';
import { sesOperation } from './ses.ts';
import { refuseQueryProtocol } from './sqs-query-protocol.ts';

type Service = (operation: string, request: Request) => Answer | Promise<Answer>;

type ServiceName = 'dynamodb' | 'events' | 'lambda' | 'scheduler' | 'secretsmanager' | 'ses' | 'sqs';

/** A laboratory without functions has no `lambda`. */
export type Services = Readonly<Record<Exclude<ServiceName, 'lambda'>, Service> & { lambda?: Service }>;

interface Target {
  readonly service: ServiceName;
  readonly operation: string;
  readonly shape: 'json' | 'rest';
  readonly contentType: string;
  /** Before the code in `__type`. */
  readonly namespace: string;
}

const byTarget: Readonly<Record<string, Pick<Target, 'service' | 'contentType' | 'namespace'>>> = {
  AWSEvents: { service: 'events', contentType: 'application/x-amz-json-1.1', namespace: '' },
  AmazonSQS: { service: 'sqs', contentType: 'application/x-amz-json-1.0', namespace: 'com.amazonaws.sqs#' },
  secretsmanager: { service: 'secretsmanager', contentType: 'application/x-amz-json-1.1', namespace: '' },
  DynamoDB_20120810: {
    service: 'dynamodb',
    contentType: 'application/x-amz-json-1.0',
    namespace: 'com.amazonaws.dynamodb.v20120810#',
  },
};

/** Requests that change something; afterwards the clock only goes forward. */
const changes =
  /^(events\.(Put|StartReplay)|sqs\.Send|ses\.Send|scheduler\.(Create|Update)|dynamodb\.(Put|Update|Delete|BatchWrite))/;

function targetOf({ method, path, headers }: Request): Target | undefined {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const [service = '', operation = ''] = target.split('.');
    const found = byTarget[service];
    return found && { ...found, operation, shape: 'json' };
  }
  const rest = { shape: 'rest', contentType: 'application/json', namespace: '' } as const;
  const scheduler = schedulerOperation(method, path);
  if (scheduler) return { ...rest, service: 'scheduler', operation: scheduler };
  const lambda = lambdaOperation(method, path);
  if (lambda) return { ...rest, service: 'lambda', operation: lambda };
  const ses = sesOperation(method, path);
  return ses === undefined ? undefined : { ...rest, service: 'ses', operation: ses };
}

function refusalAnswer(refusal: Refusal, target: Target): Answer {
  const { code, message, status, queryCode } = refusal;
  if (target.shape === 'rest') {
    const said =
      target.service === 'scheduler' || target.service === 'lambda' ? { Message: message } : { message };
    const answer = answerJson(said, target.contentType, status);
    return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': code } };
  }
  const answer = answerJson({ __type: target.namespace + code, message }, target.contentType, status);
  if (queryCode === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, 'x-amzn-query-error': `${queryCode};Sender` } };
}

/** Answers what is AWS's; undefined for everything else. */
export function awsRouter(services: Services, tally: Tally) {
  return async (request: Request): Promise<Answer | undefined> => {
    const target = targetOf(request);
    if (!target) {
      const form = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
      const isQuery = form && request.body.includes('Action=') && request.body.includes('Version=');
      return isQuery ? refuseQueryProtocol() : undefined;
    }
    const service = services[target.service];
    if (!service) return undefined;
    const name = `${target.service}.${target.operation}`;
    if (request.caller.worker || name === 'events.PutEvents') tally.count(name);
    if (changes.test(name)) tally.touched = true;
    try {
      return await service(target.operation, request);
    } catch (error) {
      if (error instanceof Refusal) return refusalAnswer(error, target);
      throw error;
    }
  };
}
