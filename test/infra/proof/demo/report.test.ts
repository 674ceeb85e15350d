import { expect, test } from 'vitest';
import { customerCalendar } from '../../../../infra/proof/demo/calendar.ts';
import { demoReport } from '../../../../infra/proof/demo/report.ts';
import { tally } from '../../../../infra/proof/demo/tally.ts';
import { mail, placed, seen, stats, touchpoint } from './seen.ts';

const touchpoints = [
  touchpoint({
    id: 't-2',
    step: 'week',
    template: 'after-purchase/week',
    state: 'skipped',
    because: 'cap-reached',
    at: '2026-03-09T16:00:00Z',
  }),
  touchpoint(),
];
const entries = [placed('o-1'), placed('o-9', undefined, 'c-9')];
const calendar = () => customerCalendar('c-1', { entries, touchpoints, mails: [mail()] }, 'UTC');

test('a calendar tells the story of one customer in order, on her own wall', () => {
  const { name, timeZone, rows } = calendar();
  expect([name, timeZone]).toEqual(['Ann Example', 'America/Denver']);
  expect(rows.map(({ day, time, step, what, because }) => [day, time, step, what, because])).toEqual([
    ['2026-01-10 Sat', '11:00', 'OrderPlaced', 'event', ''],
    ['2026-01-10 Sat', '11:00', 'thanks (order-thanks/thanks)', 'mail', 'accepted'],
    ['2026-03-09 Mon', '10:00', 'week (after-purchase/week)', 'skipped', 'cap-reached'],
  ]);
  expect(rows.map((row) => row.subject)).toEqual(['order o-1', 'Thank you for your order', '']);
});

test('a customer whose events name no zone is told of in the zone of the market', () => {
  expect(customerCalendar('c-2', { entries: [], touchpoints: [], mails: [] }, 'Asia/Tokyo')).toMatchObject({
    timeZone: 'Asia/Tokyo',
    rows: [],
  });
});

test('the report shows calendars, mails, skips, requests for each event and mail, and the totals', () => {
  const counters = stats({ requests: { 'dynamodb.PutItem': 3, 'ses.SendEmail': 1 } });
  const customers = new Map([['c-1', seen(touchpoints)]]);
  const summary = tally({ mails: [mail()], customers, stats: counters }, entries, 2, 1);
  const text = demoReport(summary, [calendar()]);
  expect(text).toMatch(/c-1 · Ann Example · America\/Denver/);
  expect(text).toMatch(
    /2026-01-10 Sat +11:00 +thanks \(order-thanks\/thanks\) +Thank you for your order +mail/,
  );
  expect(text).toMatch(/order-thanks\/thanks +1\n/);
  expect(text).toMatch(/cap-reached +1\n/);
  expect(text).toMatch(/dynamodb\.PutItem +3 +1\.50 +3\.00\n/);
  expect(text).toMatch(/all +4 +2\.00 +4\.00\n/);
  for (const name of ['duplicates', 'dead letters', 'unknown'])
    expect(text).toMatch(new RegExp(`${name} +0\n`));
});

test('the report says so where nothing was mailed or skipped', () => {
  const summary = tally({ mails: [], customers: new Map(), stats: stats({ requests: { x: 1 } }) }, [], 1, 1);
  const text = demoReport(summary, []);
  expect(text).toMatch(/No mails by template/);
  expect(text).toMatch(/x +1 +1\.00 +-\n/);
});

test('Japanese subjects keep the columns straight', () => {
  const mails = [mail({ subject: 'ご注文ありがとうございます' })];
  const drawn = customerCalendar('c-1', { entries, touchpoints, mails }, 'UTC');
  const summary = tally({ mails, customers: new Map(), stats: stats() }, [], 1, 1);
  const line =
    demoReport(summary, [drawn])
      .split('\n')
      .find((each) => each.includes('ご注文')) ?? '';
  const wide = [...line].reduce((width, letter) => width + (letter > '\u2e80' ? 2 : 1), 0);
  const other =
    demoReport(summary, [drawn])
      .split('\n')
      .find((each) => each.includes('cap-reached')) ?? '';
  expect(wide - 'accepted'.length).toBe(other.length - 'cap-reached'.length);
});
