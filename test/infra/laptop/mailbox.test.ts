import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { Mailbox, type StoredMail } from '../../../infra/laptop/mail/mailbox.ts';

const mailOf = (nth: number, html = `<p>${nth} 様、ありがとうございます</p>`): StoredMail => ({
  id: `m-${nth}`,
  at_ms: 1_000_000 + nth,
  from: 'shop@example.com',
  to: [`c-${nth}@example.com`],
  subject: `ご注文 ${nth}`,
  html,
  text: `本文 ${nth}`,
  headers: { 'Auto-Submitted': 'auto-generated' },
  tags: { customer: Buffer.from(`c-${nth % 7}`).toString('base64url') },
  configurationSet: undefined,
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

test('a mail of long ago is read as it was taken, and so is the newest', () => {
  const mailbox = new Mailbox();
  for (let nth = 0; nth < 1500; nth += 1) mailbox.keep(mailOf(nth));
  expect(mailbox.count).toBe(1500);
  for (const nth of [0, 1, 999, 1399, 1400, 1499]) expect(mailbox.get(`m-${nth}`)).toEqual(mailOf(nth));
  expect(mailbox.get('m-1500')).toBeUndefined();
  mailbox.close();
});

test('the list is in the order of time, whatever the order of coming', () => {
  const mailbox = new Mailbox();
  for (let nth = 1199; nth >= 0; nth -= 1) mailbox.keep(mailOf(nth));
  const ids = mailbox.all().map(({ id }) => id);
  expect(ids).toEqual(Array.from({ length: 1200 }, (_, nth) => `m-${nth}`));
  expect(mailbox.newest(2).map(({ id }) => id)).toEqual(['m-1198', 'm-1199']);
  const { html: _html, text: _text, ...head } = mailOf(0);
  expect(mailbox.all()[0]).toMatchObject(head);
  expect(mailbox.all()[1199]).not.toHaveProperty('html');
  mailbox.close();
});

test("a customer's mails are found on disk and in memory", () => {
  const mailbox = new Mailbox();
  for (let nth = 0; nth < 700; nth += 1) mailbox.keep(mailOf(nth));
  const hers = mailbox.ofCustomer('c-3');
  expect(hers).toHaveLength(100);
  expect(hers[0]).toMatchObject({ id: 'm-3', subject: 'ご注文 3' });
  expect(mailbox.ofCustomer('c-8')).toEqual([]);
  mailbox.close();
});

test('sixty megabytes of mail take less than twenty-five of the heap', () => {
  const mailbox = new Mailbox();
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  // Told apart letter by letter, so that no two are one string.
  for (let nth = 0; nth < 600; nth += 1)
    mailbox.keep(mailOf(nth, Buffer.alloc(100_000, `${nth}.`).toString('latin1')));
  collectGarbage();
  expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(25);
  expect(mailbox.get('m-7')?.html.slice(0, 6)).toBe('7.7.7.');
  mailbox.close();
});
