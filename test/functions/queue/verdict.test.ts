import { expect, test } from 'vitest';
import { MalformedLaneMessage } from '../../../functions/boundary/lane-message.ts';
import { MalformedJson } from '../../../functions/boundary/parse-json.ts';
import { verdictOf } from '../../../functions/queue/verdict.ts';
import { TableTooBusy } from '../../../shared/aws/dynamo-batch.ts';
import { MalformedEvent } from '../../../shared/core/events/event-schema.ts';
import { UnknownScenarioVersion } from '../../../shared/core/language/scenario-book.ts';
import { NewerRecordShape } from '../../../shared/core/record/record-codec.ts';
import { UnknownTemplate } from '../../../shared/core/values/unknown-template.ts';
import { MalformedSesEvent } from '../../../shared/service/feedback/ses-events.ts';
import { MailNotRendered } from '../../../shared/service/rendering/render-mail.ts';
import { InvariantBroken } from '../../../shared/service/saving/save-customer.ts';
import { SaveRaceLost } from '../../../shared/service/saving/save-race.ts';
import { NotEnoughTime } from '../../../shared/service/sending/send-ports.ts';

const poison = [
  MalformedJson,
  MalformedEvent,
  MalformedLaneMessage,
  MalformedSesEvent,
  UnknownTemplate,
  MailNotRendered,
];

test.each(poison)('%o is poison: its message is buried alone', (Poison) => {
  const error = Object.create(Poison.prototype, {
    code: { value: new (Poison as new (m: string) => { code: string })('x').code },
  });
  expect(verdictOf(error)).toEqual({ do: 'bury' });
});

test.each([new UnknownScenarioVersion('letters 9'), new NewerRecordShape(2, 1)])(
  '%s parks its message until newer code arrives: it never exits and never skips',
  (error) => expect(verdictOf(error)).toEqual({ do: 'delay', delay_s: 900, parked: true }),
);

test('a broken invariant buries its message: nothing is lost, and nothing wrong is sent', () => {
  expect(verdictOf(new InvariantBroken([]))).toEqual({ do: 'bury' });
});

const throttled = (name: string) => Object.assign(new Error('x'), { name });

test.each([
  new SaveRaceLost('busy'),
  new TableTooBusy('busy'),
  throttled('ProvisionedThroughputExceededException'),
  throttled('RequestLimitExceeded'),
  throttled('ThrottlingException'),
])('%s puts the message back for a minute, spread over another, and counts as no receive', (error) => {
  expect(verdictOf(error)).toEqual({ do: 'delay', delay_s: 60, jitter_s: 60, parked: false });
});

test('a lack of time puts the message off without counting against it', () => {
  expect(verdictOf(new NotEnoughTime('late'))).toEqual({ do: 'delay', delay_s: 15, parked: false });
});

test.each([
  new Error('x'),
  Object.assign(new Error('x'), { code: 'toString' }),
  'text',
  undefined,
  { code: 'MALFORMED_EVENT' },
])('anything else comes back by itself', (error) => expect(verdictOf(error)).toEqual({ do: 'retry' }));
