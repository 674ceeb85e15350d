/** AWS on one port, as the functions meet it here: a database, and services that take what they get and note it down. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Temporal } from 'temporal-polyfill';
import { arn } from '../../../laptop/arns.ts';
import type { StoredMail } from '../../../laptop/mail/mailbox.ts';
import { type MessageAttributes, md5Of, md5OfAttributes } from '../../../laptop/queues/message-md5.ts';
import type { BenchDatabase, BenchReply } from './database.ts';
import type { BenchJson } from './meter.ts';
import type { Notebook } from './notebook.ts';

type Answer = (body: string) => BenchReply | Promise<BenchReply>;

const json = (value: object): BenchReply => ({ status: 200, body: JSON.stringify(value) });

function createSchedule(
  notebook: Notebook,
  { ScheduleExpression, Target, ClientToken }: BenchJson,
): BenchReply {
  // The name is in the path; its client token is the same.
  if (!notebook.armedNow(String(ClientToken))) {
    const message = `Schedule ${ClientToken} already exists.`;
    return { status: 409, body: JSON.stringify({ __type: 'ConflictException', Message: message }) };
  }
  const [, at] = /^at\((.+)\)$/.exec(String(ScheduleExpression)) ?? [];
  const { Arn, Input } = Target as { Arn: string; Input: string };
  notebook.goesOut({ by: 'timer', queue: Arn, body: Input, due: Temporal.Instant.from(`${at}Z`) });
  return json({ ScheduleArn: arn('scheduler', `schedule/lab/${randomUUID()}`) });
}

function sendMessage(notebook: Notebook, input: BenchJson): BenchReply {
  const body = String(input.MessageBody);
  const queue = arn('sqs', String(input.QueueUrl).split('/').at(-1) ?? '');
  const due = notebook.now.add({ seconds: Number(input.DelaySeconds ?? 0) });
  notebook.goesOut({ by: 'function', queue, body, due });
  const attributes = (input.MessageAttributes ?? {}) as MessageAttributes;
  return json({
    MessageId: randomUUID(),
    MD5OfMessageBody: md5Of(body),
    MD5OfMessageAttributes: md5OfAttributes(attributes),
  });
}

function sendMessages(notebook: Notebook, { QueueUrl, Entries }: BenchJson): BenchReply {
  const sent = (Entries as BenchJson[]).map((entry) => ({
    Id: entry.Id,
    ...(JSON.parse(String(sendMessage(notebook, { ...entry, QueueUrl }).body)) as object),
  }));
  return json({ Successful: sent, Failed: [] });
}

function sendEmail(notebook: Notebook, input: BenchJson): BenchReply {
  const id = randomUUID();
  notebook.mailed({ ...mailOf(input), id, at_ms: notebook.now.epochMilliseconds });
  return json({ MessageId: id });
}

function mailOf(input: BenchJson): Omit<StoredMail, 'id' | 'at_ms'> {
  const fromPairs = (pairs: unknown) =>
    Object.fromEntries(((pairs ?? []) as { Name: string; Value: string }[]).map((p) => [p.Name, p.Value]));
  const simple = (input.Content as BenchJson).Simple as BenchJson;
  const { Html, Text } = simple.Body as Record<string, { Data: string }>;
  return {
    from: String(input.FromEmailAddress),
    to: (input.Destination as { ToAddresses: string[] }).ToAddresses,
    subject: (simple.Subject as { Data: string }).Data,
    html: Html?.Data ?? '',
    text: Text?.Data ?? '',
    headers: fromPairs(simple.Headers),
    tags: fromPairs(input.EmailTags),
    configurationSet: String(input.ConfigurationSetName),
  };
}

function putEvents(_: Notebook, { Entries }: BenchJson): BenchReply {
  const entries = (Entries as object[]).map(() => ({ EventId: randomUUID() }));
  return json({ FailedEntryCount: 0, Entries: entries });
}

/** By `service.Operation`, as in the notebook. */
function answers(notebook: Notebook): Readonly<Record<string, Answer>> {
  const read =
    (answer: (notebook: Notebook, input: BenchJson) => BenchReply): Answer =>
    (body) =>
      answer(notebook, JSON.parse(body) as BenchJson);
  const secret = JSON.stringify({ k1: randomUUID() });
  return {
    'scheduler.CreateSchedule': read(createSchedule),
    'sqs.SendMessage': read(sendMessage),
    'sqs.SendMessageBatch': read(sendMessages),
    'ses.GetAccount': () =>
      json({
        SendingEnabled: true,
        SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 0 },
      }),
    'sqs.GetQueueAttributes': () => json({ Attributes: { ApproximateNumberOfMessages: '0' } }),
    'ses.SendEmail': read(sendEmail),
    'AWSEvents.PutEvents': read(putEvents),
    'secretsmanager.GetSecretValue': () => json({ Name: 'keys', SecretString: secret }),
  };
}

/** `service.Operation` of a request in any of the four protocols spoken here. */
function nameOf(method: string, path: string, target: string | undefined): string {
  if (target) {
    const [service = '', operation = ''] = target.split('.');
    return `${service.replace('DynamoDB_20120810', 'dynamodb').replace('AmazonSQS', 'sqs')}.${operation}`;
  }
  if (method === 'POST' && path.startsWith('/schedules/')) return 'scheduler.CreateSchedule';
  if (method === 'POST' && path === '/v2/email/outbound-emails') return 'ses.SendEmail';
  if (method === 'GET' && path === '/v2/email/account') return 'ses.GetAccount';
  return `${method} ${path}`;
}

/** Listens on a free port. What nobody here knows is answered with an error that says so. */
export async function startServices(notebook: Notebook, database: BenchDatabase) {
  const known = answers(notebook);
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const name = nameOf(request.method ?? '', request.url ?? '', request.headers['x-amz-target']?.toString());
    notebook.request(name);
    const unknown = () => ({ status: 400, body: JSON.stringify({ __type: 'NotInTheBench', message: name }) });
    const [service, operation = ''] = name.split('.');
    const reply = service === 'dynamodb' ? database.answer(operation, body) : (known[name] ?? unknown)(body);
    const { status, body: text } = await reply;
    const error = status === 409 ? { 'x-amzn-errortype': 'ConflictException' } : {};
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', ...error });
    response.end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
