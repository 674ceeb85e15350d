import { expect, test } from 'vitest';
import { mailboxForm } from '../../../../shared/core/values/address/mailbox-form.ts';

test.each([
  'victim@gmail.com',
  'vic.tim@gmail.com',
  'v.ictim@gmail.com',
  'victim+1@gmail.com',
  'v.i.c.t.i.m+a+b.c@gmail.com',
  'victim@googlemail.com',
  'Vic.Tim+News@GoogleMail.COM',
  ' victim@gmail.com ',
])('%s is one mailbox with victim@gmail.com', (email) => {
  expect(mailboxForm(email)).toBe('victim@gmail.com');
});

test.each([
  ['hana+shop@example.co.jp', 'hana@example.co.jp'],
  ['hana@me.com', 'hana@icloud.com'],
  ['hana+1@mac.com', 'hana@icloud.com'],
  ['ha.na@example.com', 'ha.na@example.com'],
  ['ha.na+x@docomo.ne.jp', 'ha.na@docomo.ne.jp'],
  ['hana@gmail.com.example', 'hana@gmail.com.example'],
  ['ha.na@gmail.co', 'ha.na@gmail.co'],
  ['+tag@example.com', '+tag@example.com'],
])('%s: %s, since elsewhere a dot tells readers apart', (email, form) => {
  expect(mailboxForm(email)).toBe(form);
});
