/** The next alarm is armed while the mail service answers: neither leaves the other half done. */
import { expect, test } from 'vitest';
import { letters, silentStore } from '../../support/silent-store.ts';

async function lettersStore() {
  const store = await silentStore([letters]);
  await store.says(true);
  return store;
}

test('the alarm of the next letter is armed before the mail service has answered', async () => {
  const store = await lettersStore();
  const { mailer, timers } = store.world;
  const seen: string[][] = [];
  const send = mailer.send.bind(mailer);
  mailer.send = async (mail) => {
    const sent = await send(mail);
    await new Promise((resolve) => setTimeout(resolve));
    seen.push(timers.pending().map(({ due }) => due.toString()));
    return sent;
  };
  await store.pass({ days: 8 });
  expect(seen).toEqual([['2026-03-16T03:30:00Z']]);
});

test('a letter whose next alarm could not be armed has its outcome all the same, goes once, and the next one follows', async () => {
  const store = await lettersStore();
  const { timers } = store.world;
  const arm = timers.arm.bind(timers);
  let isBroken = true;
  timers.arm = async (timer) => {
    if (!isBroken) return arm(timer);
    isBroken = false;
    throw new Error('no answer');
  };
  await store.pass({ days: 8 });
  expect((await store.touchpoints('c-1')).map(({ step, state }) => `${step} ${state}`)).toEqual(['a sent']);
  expect(store.failures).toEqual(['Error']);
  await store.pass({ days: 8 });
  expect(store.mails()).toEqual(['2026-03-09 12:30 a', '2026-03-16 12:30 b']);
});
