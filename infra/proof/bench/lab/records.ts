/** What Lambda hands to a function, made from what its sources deliver. */
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { accountId, region } from '../../../laptop/arns.ts';

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
