import { SESv2Client } from '@aws-sdk/client-sesv2';
import { describe, expect, test } from 'vitest';
import { sesClient } from '../../shared/aws/clients.ts';
import { sesMailer } from '../../shared/aws/ses-mailer.ts';
import type { Mail, SendOutcome } from '../../shared/core/record/mail.ts';
import { memoryLog } from '../../shared/memory/memory-log.ts';
import { type Answer, wireStub } from './wire-stub.ts';

const stub = wireStub();
const log = memoryLog(100);

const mailerWith = (client: SESv2Client) =>
  sesMailer({
    client,
    from: { name: 'みどり商店', address: 'shop@shop.example' },
    replyTo: 'help@shop.example',
    configurationSets: { transactional: 'set-t', marketing: 'set-m' },
    log,
  });
const once = () =>
  new SESv2Client({
    ...stub.config(),
    maxAttempts: 1,
    requestHandler: { requestTimeout: 200, throwOnRequestTimeout: true },
  });

const mail: Mail = {
  lane: 'marketing',
  to: 'yamada@buyer.example',
  subject: 'その後いかがですか',
  html: '<p>html</p>',
  text: 'text',
  headers: { 'List-Unsubscribe': '<https://l.example/u/x>' },
  tags: { touchpoint: 't1', scenario: 'after-purchase', kind: 'marketing' },
};

test('a mail goes out as one request with its headers, tags and the set of its lane', async () => {
  stub.answer({ status: 200, body: { MessageId: 'ses-1' } });
  expect(await mailerWith(once()).send(mail)).toEqual({ kind: 'accepted', messageId: 'ses-1' });
  expect(stub.asked).toHaveLength(1);
  expect(stub.asked[0]).toMatchObject({ method: 'POST', path: '/v2/email/outbound-emails' });
  expect(stub.asked[0]?.body).toEqual({
    FromEmailAddress: '=?UTF-8?B?44G/44Gp44KK5ZWG5bqX?= <shop@shop.example>',
    Destination: { ToAddresses: ['yamada@buyer.example'] },
    ReplyToAddresses: ['help@shop.example'],
    Content: {
      Simple: {
        Subject: { Data: 'その後いかがですか', Charset: 'UTF-8' },
        Body: { Html: { Data: '<p>html</p>', Charset: 'UTF-8' }, Text: { Data: 'text', Charset: 'UTF-8' } },
        Headers: [{ Name: 'List-Unsubscribe', Value: '<https://l.example/u/x>' }],
      },
    },
    EmailTags: [
      { Name: 'touchpoint', Value: 't1' },
      { Name: 'scenario', Value: 'after-purchase' },
      { Name: 'kind', Value: 'marketing' },
      { Name: 'ses:feedback-id-a', Value: 'after-purchase' },
      { Name: 'ses:feedback-id-b', Value: 'marketing' },
    ],
    ConfigurationSetName: 'set-m',
  });
});

const refusal = (status: number, error: string, message = ''): Answer => ({
  status,
  error,
  body: { message },
});
const notSent = (because: string) => ({ kind: 'not-sent', because });
const unknown = { kind: 'unknown', detail: expect.any(String) };

const answers: [title: string, answer: Answer, outcome: object][] = [
  [
    'the rate',
    refusal(429, 'TooManyRequestsException', 'Maximum sending rate exceeded.'),
    notSent('throttled'),
  ],
  [
    'the rate by its older name',
    refusal(400, 'ThrottlingException', 'Maximum sending rate exceeded'),
    notSent('throttled'),
  ],
  [
    'the daily quota',
    refusal(429, 'TooManyRequestsException', 'Daily message quota exceeded.'),
    notSent('daily-quota'),
  ],
  [
    'the daily quota by its older name',
    refusal(400, 'ThrottlingException', 'Daily message quota exceeded'),
    notSent('daily-quota'),
  ],
  ['a limit', refusal(400, 'LimitExceededException', 'Too many'), notSent('throttled')],
  ['a suspended account', refusal(400, 'AccountSuspendedException'), notSent('sending-paused')],
  ['paused sending', refusal(400, 'SendingPausedException'), notSent('sending-paused')],
  ['a refused message', refusal(400, 'MessageRejected', 'Content is bad'), notSent('rejected')],
  [
    'an unverified address',
    refusal(
      400,
      'MessageRejected',
      'Email address is not verified. The following identities failed: a@b.example',
    ),
    notSent('not-verified'),
  ],
  ['an unverified MAIL FROM', refusal(400, 'MailFromDomainNotVerifiedException'), notSent('not-verified')],
  ['a bad request', refusal(400, 'BadRequestException', 'Illegal address'), notSent('bad-request')],
  [
    'a missing configuration set',
    refusal(404, 'NotFoundException', 'Configuration set <x> does not exist.'),
    notSent('sending-paused'),
  ],
  [
    'a missing permission',
    refusal(403, 'AccessDeniedException', 'not authorized to perform ses:SendEmail'),
    notSent('sending-paused'),
  ],
  ['an expired token', refusal(403, 'ExpiredTokenException'), notSent('sending-paused')],
  ['a client error nobody knows', refusal(418, 'TeapotException'), notSent('bad-request')],
  ['a fault of the service', refusal(500, 'InternalServiceErrorException'), unknown],
  ['an unavailable service', refusal(503, 'ServiceUnavailable', 'Maximum sending rate exceeded'), unknown],
  ['a gateway that gave up', refusal(504, 'GatewayTimeout'), unknown],
  ['a request timeout told by the service', refusal(408, 'RequestTimeout'), unknown],
  ['no answer in time', 'hang', unknown],
  ['a connection that broke', 'hang-up', unknown],
  ['an answer without a message id', { status: 200, body: {} }, unknown],
];

describe('what became of a mail is told by', () => {
  test.each(answers)('%s', async (_, answer, outcome) => {
    stub.answer(answer);
    expect(await mailerWith(once()).send(mail)).toEqual(outcome);
    expect(stub.asked).toHaveLength(1);
  });
});

test('a mail service that cannot be reached has certainly sent nothing', async () => {
  const client = new SESv2Client({ ...stub.config(), endpoint: 'http://127.0.0.1:1', maxAttempts: 1 });
  expect(await mailerWith(client).send(mail)).toEqual(notSent('throttled'));
});

test('missing credentials have certainly sent nothing', async () => {
  const noCredentials = async () => {
    throw Object.assign(new Error('Could not load credentials'), { name: 'CredentialsProviderError' });
  };
  const client = new SESv2Client({ ...stub.config(), credentials: noCredentials, maxAttempts: 1 });
  expect(await mailerWith(client).send(mail)).toEqual(notSent('sending-paused'));
  expect(stub.asked).toHaveLength(0);
});

test('a client that would repeat calls is not used', async () => {
  stub.answer({ status: 500 });
  const outcome: SendOutcome = await mailerWith(new SESv2Client(stub.config())).send(mail);
  expect(outcome).toEqual(notSent('sending-paused'));
  expect(stub.asked).toHaveLength(0);
  expect(log.lines.at(-1)).toMatchObject({ level: 'error' });
});

test('the product’s own client asks once, on a connection that is not kept', async () => {
  const client = sesClient();
  expect(await client.config.maxAttempts()).toBe(1);
  const { requestTimeout, connectionTimeout, throwOnRequestTimeout, httpsAgent } = await handlerOf(client);
  expect({ requestTimeout, connectionTimeout, throwOnRequestTimeout }).toEqual({
    requestTimeout: 10_000,
    connectionTimeout: 3_000,
    throwOnRequestTimeout: true,
  });
  expect(httpsAgent.keepAlive).toBe(false);
});

test('the log names no address', () => {
  const words = JSON.stringify(log.lines);
  expect(words).toContain('MessageRejected 400');
  expect(words).not.toContain('@');
});

/** The handler's settings are a promise that it keeps to itself until its first request. */
async function handlerOf(client: SESv2Client) {
  const handler = client.config.requestHandler as unknown as {
    configProvider: Promise<Record<string, never>>;
  };
  return (await handler.configProvider) as unknown as {
    requestTimeout: number;
    connectionTimeout: number;
    throwOnRequestTimeout: boolean;
    httpsAgent: { keepAlive: boolean };
  };
}
