/** What stands around the body of every function: logs know their request, metrics are written at the end, errors are named. */
import type { Context } from 'aws-lambda';
import { loggableError } from './queue/loggable-error.ts';
import { reasonOf } from './queue/reason-of.ts';
import type { Telemetry } from './telemetry.ts';

/** Wraps a function's body. The event is never logged: it holds personal data. */
export function lambda<Event, Result>(
  telemetry: Telemetry,
  body: (event: Event, context: Context) => Promise<Result>,
) {
  return async (event: Event, context: Context): Promise<Result> => {
    telemetry.begin(context);
    try {
      const result = await body(event, context);
      telemetry.flush();
      return result;
    } catch (error) {
      telemetry.log.error('failed', { reason: reasonOf(error) });
      telemetry.flush();
      // Lambda logs what is thrown from here: an SDK's own sentences may hold an address.
      throw loggableError(error);
    }
  };
}
