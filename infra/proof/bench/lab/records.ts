/** What Lambda hands to a function, made from what its sources deliver. */
import { randomUUID } from 'node:crypto';
import type { SQSEvent } from 'aws-lambda';
import type { Temporal } from 'temporal-polyfill';
import { accountId, arn, region } from '../../../laptop/arns.ts';
import type { StoredMail } from '../../../laptop/mail/mailbox.ts';
import { sesEvents } from '../../../laptop/mail/ses-events.ts';
import { md5Of } from '../../../laptop/queues/message-md5.ts';

/** A batch of one queue. */
export function batchOf(queueArn: string, bodies: readonly string[], now: Temporal.Instant): SQSEvent {
  const at = String(now.epochMilliseconds);
  return {
    Records: bodies.map((body) => ({
      messageId: randomUUID(),
      receiptHandle: randomUUID(),
      body,
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: at,
        SenderId: accountId,
        ApproximateFirstReceiveTimestamp: at,
      },
      messageAttributes: {},
      md5OfBody: md5Of(body),
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
      awsRegion: region,
    })),
  };
}

/** An event as a rule of EventBridge puts it into a queue. */
export function busBody(source: string, detailType: string, detail: object, now: Temporal.Instant): string {
  return JSON.stringify({
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source,
    account: accountId,
    time: now.toString({ smallestUnit: 'second' }),
    region,
    resources: [],
    detail,
  });
}

/** What SES reports of a mail, in order: for an ordinary address that it was sent, then delivered. */
export function feedbackBodies(mail: StoredMail, now: Temporal.Instant): string[] {
  return sesEvents(mail).map(({ detailType, detail }) =>
    busBody('aws.ses', detailType, detail as object, now),
  );
}

/** A post to a public link, as the HTTP API hands it on. */
export function postTo(link: string): object {
  const { pathname } = new URL(link);
  return {
    version: '2.0',
    routeKey: 'POST /u/{token}',
    rawPath: pathname,
    rawQueryString: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    requestContext: { accountId, http: { method: 'POST', path: pathname }, requestId: randomUUID() },
    body: 'List-Unsubscribe=One-Click',
    isBase64Encoded: false,
  };
}

export const queueArn = (name: string) => arn('sqs', name);
