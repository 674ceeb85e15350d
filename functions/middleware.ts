/** The one middy stack of every function: logs know their request, metrics are written at the end, errors are named. */
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { loggableError } from './queue/loggable-error.ts';
import { reasonOf } from './queue/reason-of.ts';
import type { Telemetry } from './telemetry.ts';

/** Wraps a function's body. The event is never logged: it holds personal data. */
export function lambda<Event, Result>(
  telemetry: Telemetry,
  body: (event: Event, context: Context) => Promise<Result>,
) {
  return middy<Event, Result>()
    .use({
      before: ({ context }) => telemetry.begin(context),
      after: () => telemetry.flush(),
      onError: (request) => {
        telemetry.log.error('failed', { reason: reasonOf(request.error) });
        telemetry.flush();
        // Lambda logs what is thrown from here: an SDK's own sentences may hold an address.
        request.error = loggableError(request.error);
      },
    })
    .handler(body);
}
