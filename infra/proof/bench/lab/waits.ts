/**
 * How long a function is taken to wait for each kind of request, in ms: assumptions, which only AWS can measure. They are
 * chosen so that, at 512 MB and with the time to sign, send and read an answer on a third of a processor, a sent step
 * lasts about 200 ms, a skip, hold or look about 70, a stale timer or an event of a full batch about 30.
 */
export const assumedWaits_ms: Readonly<Record<string, number>> = {
  'dynamodb.GetItem': 15,
  'dynamodb.BatchGetItem': 15,
  'dynamodb.Query': 15,
  'dynamodb.Scan': 40,
  'dynamodb.PutItem': 8,
  'dynamodb.UpdateItem': 8,
  'dynamodb.DeleteItem': 8,
  'scheduler.CreateSchedule': 30,
  'scheduler.DeleteSchedule': 30,
  'sqs.SendMessage': 10,
  'sqs.SendMessageBatch': 15,
  'sqs.GetQueueAttributes': 10,
  'ses.SendEmail': 120,
  'ses.GetAccount': 50,
  'AWSEvents.PutEvents': 15,
  'secretsmanager.GetSecretValue': 10,
};

/** Thrown for a request of which nobody has said how long it takes. */
class UnknownWait extends Error {
  override readonly name = 'UnknownWait';
  readonly code = 'UNKNOWN_WAIT';
}

export function assumedWait_ms(name: string): number {
  const wait_ms = assumedWaits_ms[name];
  if (wait_ms === undefined) throw new UnknownWait(`How long does ${name} take? Say it in waits.ts.`);
  return wait_ms;
}
