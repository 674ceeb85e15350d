/** The one middy stack of every function: logs know their request, metrics are written at the end, errors are named. */
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { reasonOf } from './queue/reason-of.ts';
import type { Telemetry } from './telemetry.ts';

/** Wraps a function's body. The event is never logged: it holds personal data. */
export function lambda<Event, Result>(
  telemetry: Telemetry,
  body: (event: Event, context: Context) => Promise<Result>,
) {
  return middy<Event, Result>()
    .use(injectLambdaContext(telemetry.logger, { logEvent: false, clearState: true }))
    .use({
      after: () => telemetry.flush(),
      onError: ({ error }) => {
        telemetry.log.error('failed', { reason: reasonOf(error) });
        telemetry.flush();
      },
    })
    .handler(body);
}
