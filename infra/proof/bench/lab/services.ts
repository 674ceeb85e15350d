/** AWS on one port, as the functions meet it here: a database, and services that take what they get and note it down. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Temporal } from 'temporal-polyfill';
import { arn } from '../../../laptop/arns.ts';
import type { MailDraft } from '../../../laptop/mail/mailbox.ts';
import { type MessageAttributes, md5Of, md5OfAttributes } from '../../../laptop/queues/message-md5.ts';
import type { BenchDatabase, BenchReply } from './database.ts';
import type { Notebook } from './notebook.ts';
import type { BenchJson } from './schema.ts';

type Answer = (body: string, path: string) => BenchReply | Promise<BenchReply>;

const json = (value: object): BenchReply => ({ status: 200, body: JSON.stringify(value) });

function createSchedule(
  notebook: Notebook,
  { ScheduleExpression, Target, ClientToken }: BenchJson,
  path: string,
): BenchReply {
  const timer = timerIn(path);
  if (!notebook.armedNow(timer)) {
    const message = `Schedule ${ClientToken} already exists.`;
    return { status: 409, body: JSON.stringify({ __type: 'ConflictException', Message: message }) };
  }
  const [, at] = /^at\((.+)\)$/.exec(String(ScheduleExpression)) ?? [];
  const { Arn, Input } = Target as { Arn: string; Input: string };
  const due_ms = Temporal.Instant.from(`${at}Z`).epochMilliseconds;
  notebook.goesOut({ by: 'timer', timer, queue: Arn, body: Input, attributes: {}, request: 1, due_ms });
  return json({ ScheduleArn: arn('scheduler', `schedule/lab/${randomUUID()}`) });
}

/** The name of a schedule is in the path: `/schedules/<name>`. */
const timerIn = (path: string) => decodeURIComponent(/^\/schedules\/([^?]+)/.exec(path)?.[1] ?? '');

function deleteSchedule(notebook: Notebook, _: BenchJson, path: string): BenchReply {
  if (notebook.disarmedNow(timerIn(path))) return json({});
  return { status: 404, body: JSON.stringify({ __type: 'ResourceNotFoundException', Message: 'gone' }) };
}

function put(notebook: Notebook, input: BenchJson, request: number) {
  const body = String(input.MessageBody);
  const attributes = (input.MessageAttributes ?? {}) as MessageAttributes;
  const queue = arn('sqs', String(input.QueueUrl).split('/').at(-1) ?? '');
  const delay_s = Number(input.DelaySeconds ?? 0);
  notebook.goesOut({ by: 'function', queue, body, attributes, request, delay_s });
  return {
    MessageId: randomUUID(),
    MD5OfMessageBody: md5Of(body),
    MD5OfMessageAttributes: md5OfAttributes(attributes),
  };
}

const sendMessage = (notebook: Notebook, input: BenchJson): BenchReply => json(put(notebook, input, 1));

function sendMessages(notebook: Notebook, { QueueUrl, Entries }: BenchJson): BenchReply {
  const entries = Entries as BenchJson[];
  const sent = entries.map((entry) => ({
    Id: entry.Id,
    ...put(notebook, { ...entry, QueueUrl }, 1 / entries.length),
  }));
  return json({ Successful: sent, Failed: [] });
}

function sendEmail(notebook: Notebook, input: BenchJson): BenchReply {
  const id = randomUUID();
  notebook.mailed({ ...mailOf(input), id });
  return json({ MessageId: id });
}

function mailOf(input: BenchJson): MailDraft {
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

function putEvents(notebook: Notebook, { Entries }: BenchJson): BenchReply {
  const entries = (Entries as object[]).map(() => ({ EventId: randomUUID() }));
  notebook.publishes(entries.length);
  return json({ FailedEntryCount: 0, Entries: entries });
}

/** By `service.Operation`, as in the notebook. */
function answers(notebook: Notebook): Readonly<Record<string, Answer>> {
  const read =
    (answer: (notebook: Notebook, input: BenchJson, path: string) => BenchReply): Answer =>
    (body, path) =>
      answer(notebook, JSON.parse(body || '{}') as BenchJson, path);
  const secret = JSON.stringify({ k1: randomUUID() });
  return {
    'scheduler.CreateSchedule': read(createSchedule),
    'scheduler.DeleteSchedule': read(deleteSchedule),
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
  if (path.startsWith('/schedules/'))
    return method === 'POST' ? 'scheduler.CreateSchedule' : 'scheduler.DeleteSchedule';
  if (method === 'POST' && path === '/v2/email/outbound-emails') return 'ses.SendEmail';
  if (method === 'GET' && path === '/v2/email/account') return 'ses.GetAccount';
  return `${method} ${path}`;
}

const errors: Readonly<Record<number, string>> = {
  404: 'ResourceNotFoundException',
  409: 'ConflictException',
};

/** Listens on a free port. What nobody here knows is answered with an error that says so. */
export async function startServices(notebook: Notebook, database: () => BenchDatabase) {
  const known = answers(notebook);
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const path = request.url ?? '';
    const name = nameOf(request.method ?? '', path, request.headers['x-amz-target']?.toString());
    notebook.request(name);
    const unknown = () => ({ status: 400, body: JSON.stringify({ __type: 'NotInTheBench', message: name }) });
    const [service, operation = ''] = name.split('.');
    const reply =
      service === 'dynamodb' ? database().answer(operation, body) : (known[name] ?? unknown)(body, path);
    const { status, body: text } = await reply;
    notebook.answered();
    const type = errors[status];
    response.writeHead(status, {
      'content-type': 'application/x-amz-json-1.0',
      ...(type && { 'x-amzn-errortype': type }),
    });
    response.end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
