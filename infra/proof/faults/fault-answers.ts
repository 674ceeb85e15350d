/** Faults and throttling in the words of each service. Sources: the services' API models. */
import type { FaultyService } from './fault-table.ts';

export interface FaultAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Shape = readonly [status: number, code: string, message: string];

const fault = 'Something went wrong on our side. Try again.';

const shapes: Readonly<Record<FaultyService, { readonly '5xx': Shape; readonly throttle: Shape }>> = {
  dynamodb: {
    '5xx': [500, 'com.amazonaws.dynamodb.v20120810#InternalServerError', fault],
    throttle: [
      400,
      'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
      'The level of configured provisioned throughput for the table was exceeded.',
    ],
  },
  sqs: {
    '5xx': [500, 'com.amazonaws.sqs#InternalError', fault],
    throttle: [403, 'com.amazonaws.sqs#RequestThrottled', 'Request is throttled.'],
  },
  scheduler: {
    '5xx': [500, 'InternalServerException', fault],
    throttle: [429, 'ThrottlingException', 'Rate exceeded'],
  },
  ses: {
    '5xx': [500, 'InternalServiceErrorException', fault],
    throttle: [429, 'TooManyRequestsException', 'Maximum sending rate exceeded.'],
  },
  secretsmanager: {
    '5xx': [500, 'InternalServiceError', fault],
    throttle: [400, 'ThrottlingException', 'Rate exceeded'],
  },
  events: {
    '5xx': [500, 'InternalException', fault],
    throttle: [400, 'ThrottlingException', 'Rate exceeded'],
  },
};

/** SQS still tells the codes of its old protocol in a header. */
const oldCode = { '5xx': 'InternalError;Receiver', throttle: 'RequestThrottled;Sender' } as const;

export function faultAnswer(service: FaultyService, kind: '5xx' | 'throttle'): FaultAnswer {
  const [status, code, message] = shapes[service][kind];
  if (service === 'scheduler' || service === 'ses') {
    const headers = { 'content-type': 'application/json', 'x-amzn-errortype': code };
    const body = service === 'ses' ? { message } : { Message: message };
    return { status, headers, body: JSON.stringify(body) };
  }
  const version = service === 'dynamodb' || service === 'sqs' ? '1.0' : '1.1';
  const headers = {
    'content-type': `application/x-amz-json-${version}`,
    ...(service === 'sqs' ? { 'x-amzn-query-error': oldCode[kind] } : {}),
  };
  return { status, headers, body: JSON.stringify({ __type: code, message }) };
}
