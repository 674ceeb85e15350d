/** What Lambda hands a function for a message of a queue. */
import type { SQSRecord } from 'aws-lambda';
import { accountId, region } from '../arns.ts';
import type { Queue, QueueMessage } from './queue.ts';

/** A record for a message that has been taken. */
export function lambdaRecord(queue: Queue, message: QueueMessage, receiptHandle: string): SQSRecord {
  const messageAttributes: SQSRecord['messageAttributes'] = {};
  for (const [name, attribute] of Object.entries(message.attributes)) {
    messageAttributes[name] = {
      ...(attribute.StringValue === undefined ? {} : { stringValue: attribute.StringValue }),
      ...(attribute.BinaryValue === undefined ? {} : { binaryValue: attribute.BinaryValue }),
      stringListValues: [],
      binaryListValues: [],
      dataType: attribute.DataType,
    };
  }
  return {
    messageId: message.id,
    receiptHandle,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receives),
      SentTimestamp: String(message.sent_ms),
      SenderId: accountId,
      ApproximateFirstReceiveTimestamp: String(message.firstReceived_ms),
    },
    messageAttributes,
    md5OfBody: message.md5,
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: region,
  };
}
