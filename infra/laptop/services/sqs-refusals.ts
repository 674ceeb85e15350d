/** SQS's refusals; each also carries the code of the old Query protocol, which SDKs still show. */
import { Refusal } from '../http/message.ts';

const query = (code: string) => `AWS.SimpleQueueService.${code}`;

export const noSuchQueue = () =>
  new Refusal('QueueDoesNotExist', 'The specified queue does not exist.', 400, query('NonExistentQueue'));

export const missing = (name: string) =>
  new Refusal('MissingParameter', `The request must contain the parameter ${name}.`, 400, 'MissingParameter');

export const invalid = (message: string) =>
  new Refusal('InvalidParameterValue', message, 400, 'InvalidParameterValue');

export const invalidAttribute = (name: string) =>
  new Refusal('InvalidAttributeName', `Unknown Attribute ${name}.`, 400, 'InvalidAttributeName');

export const invalidContents = () =>
  new Refusal(
    'InvalidMessageContents',
    'A message may hold #x9, #xA, #xD, #x20 to #xD7FF, #xE000 to #xFFFD and #x10000 to #x10FFFF.',
    400,
    'InvalidMessageContents',
  );

export const badHandle = () =>
  new Refusal(
    'ReceiptHandleIsInvalid',
    'The input receipt handle is invalid.',
    400,
    'ReceiptHandleIsInvalid',
  );

export const notInFlight = () =>
  new Refusal(
    'MessageNotInflight',
    'The message referred to is not in flight.',
    400,
    query('MessageNotInflight'),
  );

export const tooMany = (count: number) =>
  new Refusal(
    'TooManyEntriesInBatchRequest',
    `Maximum number of entries per request are 10. You have sent ${count}.`,
    400,
    query('TooManyEntriesInBatchRequest'),
  );

export const emptyBatch = () =>
  new Refusal(
    'EmptyBatchRequest',
    'There should be at least one entry in the request.',
    400,
    query('EmptyBatchRequest'),
  );

export const idsNotDistinct = (id: string) =>
  new Refusal('BatchEntryIdsNotDistinct', `Id ${id} repeated.`, 400, query('BatchEntryIdsNotDistinct'));

export const badEntryId = () =>
  new Refusal(
    'InvalidBatchEntryId',
    'A batch entry id has 1 to 80 alphanumeric characters, hyphens and underscores.',
    400,
    query('InvalidBatchEntryId'),
  );

export const batchTooLong = (bytes: number) =>
  new Refusal(
    'BatchRequestTooLong',
    `Batch requests cannot be longer than 1048576 bytes. You have sent ${bytes} bytes.`,
    400,
    query('BatchRequestTooLong'),
  );

export const nameExists = () =>
  new Refusal(
    'QueueNameExists',
    'A queue already exists with the same name and a different value for an attribute.',
    400,
    'QueueAlreadyExists',
  );
