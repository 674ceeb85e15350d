import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { senderFaults, senderWarnings } from '../../../infra/stack/mail/sender-checks.ts';
import { exampleStack, settingsWith } from './example-stack.ts';

test.each(['shop@gmail.com', 'shop@Yahoo.co.jp', 'shop@docomo.ne.jp', 'shop@mail.ezweb.ne.jp'])(
  'the sender %s is refused: its domain is that of a mailbox provider',
  (sender) => {
    expect(() => settingsWith({ sender })).toThrow(/sender: .* belongs to a mailbox provider/);
  },
);

test('a sender of an own domain is taken, whatever its name resembles', () => {
  for (const sender of ['a@shop.example.co.jp', 'a@gmail.com.example.com', 'a@notgmail.com'])
    expect(senderFaults(settingsWith({ sender }))).toEqual([]);
});

test('the domain of the envelope lies below that of the sender', () => {
  const wrong = { mailFromDomain: 'bounces.example.com' };
  expect(() => settingsWith(wrong)).toThrow('such as bounces.shop.example.com');
  expect(() => settingsWith({ mailFromDomain: 'shop.example.com' })).toThrow('mailFromDomain');
  expect(settingsWith({ mailFromDomain: 'b.shop.example.com' }).mailFromDomain).toBe('b.shop.example.com');
});

test.each([
  ['links of another owner', { linkDomain: 'go.example.net' }, ['link-domain']],
  ['links of the same owner', { linkDomain: 'go.example.com' }, []],
  [
    'links of another shop below the same public suffix',
    { sender: 'a@one.co.jp', linkDomain: 'go.two.co.jp' },
    ['link-domain'],
  ],
  ['no link domain in production', { stage: 'production', linkDomain: undefined }, ['link-domain']],
  ['a sender that nobody reads', { sender: 'no-reply@shop.example.com', replyTo: undefined }, ['reply-to']],
  ['a sender that nobody reads, with replies led elsewhere', { sender: 'noreply@shop.example.com' }, []],
  ['replies to a free mailbox', { replyTo: 'shop@gmail.com' }, ['reply-to']],
])('%s: warned of as it should be', (_, changes, ids) => {
  expect(Object.keys(senderWarnings(settingsWith(changes)))).toEqual(ids);
});

test('a warning shows when the stack is synthesised', () => {
  const stack = exampleStack({ linkDomain: 'go.example.net' });
  const warnings = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('go.example.net'));
  expect(warnings).toHaveLength(1);
});
