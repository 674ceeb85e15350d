/** What strangers cause by the form that is open to all is bounded: by mailbox, and by the hour. */
import { expect, test } from 'vitest';
import { visitor } from './visitor.ts';

const mailsTo = (her: ReturnType<typeof visitor>) => her.world.mailer.mails.map(({ to }) => to);

test('D04: four ways to write one mailbox are one record and one mail that asks; the page does not tell', async () => {
  const her = visitor();
  const answers = [];
  for (const email of [
    'vic.tim@gmail.com',
    'v.ictim@gmail.com',
    'victim+1@gmail.com',
    'vic.tim@googlemail.com',
  ]) {
    answers.push(await her.fill('/join', { email }));
    await her.later(2);
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(her.world.records.ids()).toHaveLength(1);
  expect(mailsTo(her)).toEqual(['vic.tim@gmail.com']);
});

test('the address that stands for its mailbox may ask again, and after a week another way of writing may', async () => {
  const her = visitor();
  await her.fill('/join', { email: 'hana@gmail.com' });
  await her.later(2);
  await her.fill('/join', { email: 'ha.na@gmail.com' });
  await her.fill('/join', { email: 'hana@gmail.com' });
  await her.later(2);
  expect(mailsTo(her)).toEqual(['hana@gmail.com', 'hana@gmail.com']);
  await her.later(24 * 7);
  await her.fill('/join', { email: 'ha.na@gmail.com' });
  await her.later(2);
  expect(mailsTo(her)).toEqual(['hana@gmail.com', 'hana@gmail.com', 'ha.na@gmail.com']);
});

test('two readers whose dots tell them apart are two, and a plus is one of them', async () => {
  const her = visitor();
  for (const email of ['ha.na@example.com', 'hana@example.com', 'hana+1@example.com']) {
    await her.fill('/join', { email });
  }
  await her.later(2);
  expect(mailsTo(her).sort()).toEqual(['ha.na@example.com', 'hana@example.com']);
});

test('an hour takes so many sign-ups and no more, of whomever; what is beyond writes nothing, and is told so', async () => {
  const her = visitor({ signUpsPerHour: 3 });
  const all = await Promise.all(
    Array.from({ length: 8 }, (_, n) => her.post('/join', [['email', `nobody-${n}@example.com`]])),
  );
  expect(all.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 429, 429, 429, 429, 429]);
  expect(all.find(({ statusCode }) => statusCode === 429)?.headers['retry-after']).toBe('3600');
  expect(her.world.records.ids()).toHaveLength(3);
  expect(her.world.metrics.of('SignUpRefused')).toBe(5);
  await her.later(1);
  expect(her.world.mailer.mails).toHaveLength(3);
  expect((await her.post('/join', [['email', 'late@example.com']])).statusCode).toBe(200);
});

test('what is no sign-up takes no place: a look, a robot, an address that cannot be', async () => {
  const her = visitor({ signUpsPerHour: 1 });
  await her.get('/join');
  await her.post('/join', [['email', 'a..b@example.com']]);
  await her.post('/join', [
    ['email', 'robot@example.com'],
    ['website', 'x'],
  ]);
  expect((await her.post('/join', [['email', 'hana@example.com']])).statusCode).toBe(200);
});

test('unsubscribing and preferences go on while the form is full', async () => {
  const her = visitor({ signUpsPerHour: 1 });
  await her.register({ acceptsMarketing: true });
  await her.post('/join', [['email', 'a@example.com']]);
  expect((await her.post('/join', [['email', 'b@example.com']])).statusCode).toBe(429);
  expect((await her.post(await her.link('u', { purpose: 'unsubscribe' }), [])).statusCode).toBe(200);
});
