/** A crash before and after every call that leaves the process, from the first event to the last acknowledgement. */
import { describe, expect, test } from 'vitest';
import { loadTouchpoints, takeFeedback } from '../../../shared/service/feedback/feedback.ts';
import { parseSesEvent } from '../../../shared/service/feedback/ses-events.ts';
import { type CrashPlan, crashing, noCrash } from '../../support/crashing-world.ts';
import { sesEnvelope } from '../../support/mail-service-events.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const start = '2026-03-02T03:30:00Z';

/** Plays an order's whole story under a plan; SES tells of every mail it took, unless it is silent. */
async function play(plan: CrashPlan, sesTells: boolean): Promise<StoreInMemory> {
  const store = storeInMemory({
    scenarios: twoScenarios,
    startAt: start,
    through: (world) => crashing(world, plan),
  });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  await store.world.run(store.world.clock.now().add({ hours: 24 * 80 }), async (lane, message) => {
    await store.handle(lane, message);
    if (sesTells) await tellOfSentMails(store);
  });
  return store;
}

/** By a feedback function of its own, which does not die. */
async function tellOfSentMails(store: StoreInMemory): Promise<void> {
  const told = store.world.mailer.mails.map((mail) => parseSesEvent(sesEnvelope('Email Sent', mail)));
  const events = told.filter((event) => event !== undefined);
  const engine = { ...store.engine, world: store.world };
  const known = await loadTouchpoints(engine, events);
  for (const event of events) await takeFeedback(engine, event, known);
}

async function outcomes(store: StoreInMemory): Promise<string[]> {
  const all = await store.touchpoints('c-1');
  return all.map((touchpoint) => `${touchpoint.template} ${touchpoint.state}`).sort();
}

function mailsOf(store: StoreInMemory): Map<string, number> {
  const count = new Map<string, number>();
  for (const mail of store.world.mailer.mails) {
    const key = String(mail.tags.template).replace('__', '/');
    count.set(key, (count.get(key) ?? 0) + 1);
  }
  return count;
}

const everyTemplate = [
  'after-purchase/any-trouble',
  'after-purchase/continue',
  'after-purchase/other-voices',
  'after-purchase/using-it-well',
  'order-thanks/thanks',
];

const clean = noCrash();
const cleanStore = await play(clean, true);
const places = clean.names.map((name, index) => ({ name, at: index + 1 }));

test('without a crash every message goes once and is settled', async () => {
  expect(await outcomes(cleanStore)).toEqual(everyTemplate.map((template) => `${template} sent`));
  expect([...mailsOf(cleanStore).values()]).toEqual([1, 1, 1, 1, 1]);
  expect(new Set(clean.names)).toContain('mailer.send');
  expect(cleanStore.failures).toEqual([]);
});

describe.each(['before', 'after'] as const)('a crash %s', (when) => {
  test.each(places)('call $at, $name, loses nothing', async ({ at }) => {
    const plan: CrashPlan = { calls: 0, names: [], at, when, armed: true };
    const store = await play(plan, true);
    const mails = mailsOf(store);
    const states = await outcomes(store);
    expect(store.failures).toEqual(['Crash']);
    for (const template of everyTemplate) {
      const sent = mails.get(template) ?? 0;
      const line = states.find((state) => state.startsWith(`${template} `));
      if (sent === 1) expect(line).toBe(`${template} sent`);
      // Nobody can tell a crash before the call from one after it: marketing stays unknown and unsent, and counted.
      else expect([sent, line, mayBeUnknown(plan, at, when)]).toEqual([0, `${template} unknown`, true]);
    }
    expect(store.world.metrics.of('Unknown')).toBe([...states].filter((s) => s.endsWith(' unknown')).length);
  });
});

/** Between the claim's save and the mail's going: the only place where a marketing message may be lost. */
function mayBeUnknown(plan: CrashPlan, at: number, when: 'before' | 'after'): boolean {
  const name = plan.names[at - 1];
  return when === 'before' ? name === 'mailer.send' : name === 'customers.save';
}

test('a transactional mail whose outcome nobody tells is sent once more, and then never again', async () => {
  const thanks = places.find(({ name }) => name === 'mailer.send');
  const plan: CrashPlan = { calls: 0, names: [], at: thanks?.at, when: 'after', armed: true };
  const store = await play(plan, false);
  expect(mailsOf(store).get('order-thanks/thanks')).toBe(2);
});

test('a marketing mail whose outcome nobody tells is never sent again, and counted as unknown', async () => {
  const letter = places.filter(({ name }) => name === 'mailer.send')[1];
  const plan: CrashPlan = { calls: 0, names: [], at: letter?.at, when: 'after', armed: true };
  const store = await play(plan, false);
  expect(mailsOf(store).get('after-purchase/any-trouble')).toBe(1);
  expect(store.world.metrics.of('Unknown', 'after-purchase')).toBe(1);
  expect(await outcomes(store)).toContain('after-purchase/any-trouble unknown');
});
