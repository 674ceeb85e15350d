/** What the functions of these tests do: they tell of each invocation in the queue `seen`, and do as messages say. */
import { CreateQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

/** @param host what the worker hands to a function: its clock and its environment */
export function teller({ clock, environment }) {
  const sqs = new SQSClient({});
  let queue;
  return async (what) => {
    queue ??= (await sqs.send(new CreateQueueCommand({ QueueName: 'seen' }))).QueueUrl;
    const told = { function: environment.AWS_LAMBDA_FUNCTION_NAME, now: clock.now().toString(), ...what };
    await sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: JSON.stringify(told) }));
  };
}

/** Each message may name one deed. */
const deedsBy = (clock) => ({
  crash: () => process.exit(7),
  throw: () => {
    throw new TypeError('as the message says');
  },
  sleep: () => clock.sleep(90_000),
});

/** A function that tells of a batch, then does what its messages say; those that say `fail` are to come back. */
export function makeTakeBatch(host) {
  const { clock } = host;
  const tell = teller(host);
  const deeds = deedsBy(clock);
  return async (event, context) => {
    const started = clock.now().toString();
    const bodies = event.Records.map(({ body }) => JSON.parse(body));
    const { Records } = event;
    await tell({ bodies, Records, requestId: context.awsRequestId, remaining_ms: context.getRemainingTimeInMillis() });
    for (const body of bodies) await deeds[body.do]?.();
    if (bodies.some((body) => body.do === 'sleep')) {
      await tell({ slept: true, started, remaining_ms: context.getRemainingTimeInMillis() });
    }
    const failed = Records.filter(({ body }) => JSON.parse(body).do === 'fail');
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
}
