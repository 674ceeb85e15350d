import type { SESv2Client } from '@aws-sdk/client-sesv2';
import { expect, test } from 'vitest';
import { sendTest } from '../../../infra/author/send-test/send-test.ts';
import { scenarios } from '../../../shared/library.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { exampleSettings } from '../../support/store-in-memory.ts';

const settings = parseSettings(exampleSettings);

/** The mail service, which cannot run here: it keeps what it was asked to send. */
function service(account: object = {}) {
  const sent: Record<string, unknown>[] = [];
  const usual = {
    SendingEnabled: true,
    SendQuota: { Max24HourSend: 200, MaxSendRate: 1, SentLast24Hours: 3 },
  };
  const ses = {
    async send({ input }: { input: Record<string, unknown> }) {
      if (!('Content' in input)) return { ...usual, ...account };
      sent.push(input);
      return { MessageId: 'm-1' };
    },
  } as unknown as SESv2Client;
  return { sent, through: { scenarios, settings, ses } };
}

test('a test mail is marked in its subject and a header, and bears no tag, no configuration set and no opt-out', async () => {
  const { sent, through } = service();
  const asked = { scenario: 'order-thanks', step: 'thanks', to: 'me@example.com', locale: 'en' };
  const { data } = await sendTest(asked, through);
  expect(data).toMatchObject({ messageId: 'm-1', template: 'order-thanks/thanks' });
  const [mail] = sent;
  expect(mail).toMatchObject({ Destination: { ToAddresses: ['me@example.com'] } });
  expect(mail).not.toHaveProperty('EmailTags');
  expect(mail).not.toHaveProperty('ConfigurationSetName');
  type Content = { Simple: { Subject: { Data: string }; Headers: { Name: string; Value: string }[] } };
  const simple = (mail?.Content as Content | undefined)?.Simple;
  expect(simple?.Subject.Data).toMatch(/^\[TEST\] ./);
  expect(simple?.Headers).toContainEqual({ Name: 'X-Tsunagu-Test', Value: 'order-thanks/thanks' });
  expect(JSON.stringify(simple?.Headers)).not.toContain('List-Unsubscribe');
});

test('a test mail speaks the language and the name of the customer given', async () => {
  const { sent, through } = service();
  const customer = { locale: 'ja', name: '架空 月子' };
  await sendTest({ scenario: 'order-thanks', step: 'thanks', to: 'me@example.com', customer }, through);
  expect(JSON.stringify(sent)).toContain('[テスト]');
  expect(JSON.stringify(sent)).toContain('架空 月子');
});

test('every mail of the library can be sent as a test', async () => {
  const { through } = service();
  for (const { id, steps } of scenarios)
    for (const step of steps)
      if (step.kind === 'send' && step.channel === undefined)
        await sendTest({ scenario: id, step: step.id, to: 'me@example.com' }, through);
});

test('nothing is sent where the account may not send, or the words are wrong', async () => {
  const asked = { scenario: 'order-thanks', step: 'thanks', to: 'me@example.com' };
  const paused = service({ SendingEnabled: false });
  await expect(sendTest(asked, paused.through)).rejects.toThrow('SES has paused');
  const used = service({ SendQuota: { Max24HourSend: 3, MaxSendRate: 1, SentLast24Hours: 3 } });
  await expect(sendTest(asked, used.through)).rejects.toThrow('quota of 24 hours');
  const { sent, through } = service();
  await expect(sendTest({ ...asked, to: 'a@b.c, d@e.f' }, through)).rejects.toThrow('one mail address');
  await expect(sendTest({ ...asked, step: 'wait' }, through)).rejects.toThrow('take one of thanks');
  await expect(sendTest({ ...asked, scenario: 'nothing' }, through)).rejects.toThrow('There is no scenario');
  expect([...sent, ...paused.sent, ...used.sent]).toEqual([]);
});
