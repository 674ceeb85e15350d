import {
  GetAccountCommand,
  SESv2Client,
  SendEmailCommand,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2';
import { expect, test } from 'vitest';
import { localCloud } from './local-cloud.ts';

const local = await localCloud();
/** Asks SES for deliveries too. */
const counting = await localCloud({ settings: { deliveryEvents: true } });
const ses = new SESv2Client(local.client);
const ConfigurationSetName = local.cloud.names.configurationSet('marketing');
const customer = Buffer.from('客-1').toString('base64url');

const mail = (
  to: string,
  more: Partial<SendEmailCommandInput> = {},
  simple: object = {},
): SendEmailCommandInput => ({
  FromEmailAddress: '=?UTF-8?B?5qOu?= <hello@shop.example.com>',
  Destination: { ToAddresses: [to] },
  Content: {
    Simple: {
      Subject: { Data: 'こんにちは', Charset: 'UTF-8' },
      Body: { Html: { Data: '<p>Hi</p>' }, Text: { Data: 'Hi' } },
      Headers: [{ Name: 'List-Unsubscribe', Value: '<https://example.com/u/1>' }],
      ...simple,
    },
  },
  EmailTags: [
    { Name: 'customer', Value: customer },
    { Name: 'template', Value: 'after-purchase__any-trouble' },
    { Name: 'scenario', Value: 'after-purchase' },
    { Name: 'step', Value: 'trouble' },
  ],
  ConfigurationSetName,
  ...more,
});
const send = (input: SendEmailCommandInput) => ses.send(new SendEmailCommand(input));

/** What the feedback function was given since the last look. */
async function events(of = local) {
  await of.cloud.clock.advance('PT31S');
  return (await of.invocations()).flatMap(({ bodies }) => bodies ?? []);
}

test('a mail lands in the mailbox with what its tags tell', async () => {
  const { MessageId } = await send(mail('hana@example.com'));
  const mails = await local.get<object[]>('/_local/mails');
  expect(mails).toMatchObject([
    {
      id: MessageId,
      to: 'hana@example.com',
      subject: 'こんにちは',
      customer: '客-1',
      template: 'after-purchase/any-trouble',
      scenario: 'after-purchase',
      step: 'trouble',
      headers: { 'List-Unsubscribe': '<https://example.com/u/1>' },
      at: expect.stringMatching(/^2026-03-02T03:30:/),
    },
  ]);
  const html = await fetch(`${local.cloud.url}/_local/mails/${MessageId}.html`);
  expect([await html.text(), html.headers.get('content-security-policy')]).toEqual([
    '<p>Hi</p>',
    expect.stringContaining("default-src 'none'"),
  ]);
  expect(await (await fetch(`${local.cloud.url}/_local/mails/${MessageId}.txt`)).text()).toBe('Hi');
});

test('SES tells on the default bus that it was sent, and nothing of the delivery', async () => {
  const told = await events();
  expect(told.map((event) => event['detail-type'])).toEqual(['Email Sent']);
});

test('where deliveries are asked for, the feedback function gets both events in one batch', async () => {
  await new SESv2Client(counting.client).send(new SendEmailCommand(mail('hana@example.com')));
  const told = await events(counting);
  expect(told.map((event) => [event['detail-type'], event.detail.eventType])).toEqual([
    ['Email Sent', 'Send'],
    ['Email Delivered', 'Delivery'],
  ]);
  expect(told[1]).toMatchObject({
    source: 'aws.ses',
    detail: {
      mail: {
        destination: ['hana@example.com'],
        messageId: expect.any(String),
        tags: { customer: [customer], 'ses:configuration-set': [ConfigurationSetName] },
      },
      delivery: { recipients: ['hana@example.com'], timestamp: expect.stringMatching(/Z$/) },
    },
  });
});

test('the addresses of the mailbox simulator behave as on AWS', async () => {
  const fates: [string, string[]][] = [
    ['bounce+label@simulator.amazonses.com', ['Email Sent', 'Email Bounced']],
    ['complaint@simulator.amazonses.com', ['Email Sent', 'Email Complaint Received']],
    ['suppressionlist@simulator.amazonses.com', ['Email Sent', 'Email Bounced']],
    ['ooto@simulator.amazonses.com', ['Email Sent']],
    ['bounce@example.com', ['Email Sent']],
  ];
  for (const [to, types] of fates) {
    await send(mail(to));
    const told = await events();
    expect(told.map((event) => event['detail-type'])).toEqual(types);
    const bounce = told[1]?.detail.bounce;
    if (bounce) expect(bounce.bounceType).toBe('Permanent');
    if (to.startsWith('suppression')) expect(bounce.bounceSubType).toBe('OnAccountSuppressionList');
  }
});

test('a mail without a configuration set is sent and tells nothing', async () => {
  await send(mail('hana@example.com', { ConfigurationSetName: undefined }));
  expect(await events()).toEqual([]);
});

test('what SES refuses is refused by its name, and lands nowhere', async () => {
  const before = (await local.get<object[]>('/_local/mails')).length;
  const header = (Name: string, Value: string) => mail('a@example.com', {}, { Headers: [{ Name, Value }] });
  const cases: [SendEmailCommandInput, string][] = [
    [mail('a@example.com', { ConfigurationSetName: 'nobody' }), 'NotFoundException'],
    [mail('no-domain'), 'BadRequestException'],
    [mail('a..b@example.com'), 'BadRequestException'],
    [mail('日本@example.com'), 'BadRequestException'],
    [mail('a@example.com', { Destination: {} }), 'BadRequestException'],
    [mail('a@example.com', { FromEmailAddress: '森 <hello@shop.example.com>' }), 'BadRequestException'],
    [mail('a@example.com', { EmailTags: [{ Name: 'template', Value: 'a/b' }] }), 'BadRequestException'],
    [header('Subject', 'mine'), 'BadRequestException'],
    [header('X-Mine', 'not 日本'), 'BadRequestException'],
    [header('X-Mine', 'x'.repeat(996)), 'BadRequestException'],
    [mail('a@example.com', {}, { Body: {} }), 'BadRequestException'],
  ];
  for (const [input, name] of cases) await expect(send(input)).rejects.toMatchObject({ name });
  expect((await local.get<object[]>('/_local/mails')).length).toBe(before);
});

test('the account tells its rate', async () => {
  const { SendQuota, SendingEnabled } = await ses.send(new GetAccountCommand({}));
  expect([SendQuota?.MaxSendRate, SendingEnabled]).toEqual([1000, true]);
});
