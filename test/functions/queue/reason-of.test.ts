import { expect, test } from 'vitest';
import { reasonOf } from '../../../functions/queue/reason-of.ts';
import { MalformedEvent } from '../../../shared/core/events/event-schema.ts';
import { MalformedSesEvent } from '../../../shared/service/feedback/ses-events.ts';
import { NotEnoughTime } from '../../../shared/service/sending/send-ports.ts';

test.each([
  [new MalformedEvent('mend order.id'), 'MalformedEvent: mend order.id'],
  [new MalformedSesEvent('not SES'), 'MalformedSesEvent: not SES'],
  [new NotEnoughTime('too late'), 'NotEnoughTime: too late'],
])('%s speaks for itself', (error, reason) => expect(reasonOf(error)).toBe(reason));

const foreign = (name: string, code?: string) =>
  Object.assign(new Error('cannot reach hana@example.com'), { name }, code === undefined ? {} : { code });

test.each([
  foreign('Error'),
  foreign('Error', 'ERROR'),
  foreign('Error', 'ENOTFOUND'),
  foreign('TypeError', 'ERR_INVALID_ARG_VALUE'),
  foreign('ValidationException'),
  foreign('TimeoutError', 'ETIMEDOUT'),
])('of an error of others only its name is kept: $name $code', (error) => {
  expect(reasonOf(error)).toBe(error.name);
});

test.each(['hana@example.com', undefined, { message: 'hana@example.com' }])(
  'what is no error is not told at all',
  (thrown) => {
    expect(reasonOf(thrown)).toBe('unknown error');
  },
);

test('a reason is at most 256 characters, as a message attribute and a log line want it', () => {
  expect(reasonOf(new MalformedEvent('x'.repeat(999)))).toHaveLength(256);
});
