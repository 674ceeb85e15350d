import { describe, expect, test } from 'vitest';
import { loadTouchpoints, takeFeedback } from '../../../shared/service/feedback/feedback.ts';
import { MalformedSesEvent, parseSesEvent } from '../../../shared/service/feedback/ses-events.ts';
import { sesEnvelope } from '../../support/mail-service-events.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const start = '2026-03-02T03:30:00Z';

async function storeWithThanks() {
  const store = storeInMemory({ scenarios: twoScenarios, startAt: start });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  await store.pass({ minutes: 1 });
  const mail = store.world.mailer.mails[0];
  if (!mail) throw new Error('no mail went');
  return { store, mail };
}

async function tell(store: StoreInMemory, ...envelopes: unknown[]) {
  const events = envelopes.map(parseSesEvent).filter((event) => event !== undefined);
  const known = await loadTouchpoints(store.engine, events);
  for (const event of events) await takeFeedback(store.engine, event, known);
}

const hardBounce = {
  bounce: {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    timestamp: '2026-03-02T03:31:00.000Z',
    bouncedRecipients: [{ emailAddress: '"Hana" <Hana@Example.com>', status: '5.1.1' }],
  },
};
const complaint = {
  complaint: {
    timestamp: '2026-03-02T04:31:00.000Z',
    complaintFeedbackType: 'abuse',
    complainedRecipients: [{ emailAddress: 'hana@example.com' }],
  },
};

describe('the address', () => {
  test.each([
    ['a hard bounce', 'Email Bounced', hardBounce],
    ['a complaint', 'Email Complaint Received', complaint],
  ])('%s stops every later mail to it', async (_, type, extra) => {
    const { store, mail } = await storeWithThanks();
    await tell(store, sesEnvelope(type, mail, extra));
    await store.put(store.event('OrderPlaced', orderDetail('o-2', '2026-03-02T03:31:00Z')));
    await store.pass({ days: 90 });
    expect(store.world.mailer.calls).toBe(1);
    const skipped = (await store.touchpoints('c-1')).filter((t) => t.state === 'skipped');
    expect(new Set(skipped.map((t) => t.because))).toEqual(new Set(['suppressed']));
  });

  test('a soft bounce leaves it open', async () => {
    const { store, mail } = await storeWithThanks();
    const soft = { bounce: { ...hardBounce.bounce, bounceType: 'Transient' } };
    await tell(store, sesEnvelope('Email Bounced', mail, soft));
    await store.put(store.event('OrderPlaced', orderDetail('o-2', '2026-03-02T03:31:00Z')));
    await store.pass({ minutes: 1 });
    expect(store.world.mailer.calls).toBe(2);
  });
});

describe('an unknown outcome', () => {
  test('a Sent event that comes late corrects it', async () => {
    const store = storeInMemory({ scenarios: twoScenarios, startAt: start });
    await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
    const silence = { kind: 'unknown', detail: 'timeout' } as const;
    const tags: Record<string, string>[] = [];
    const lost = (mail: { tags: Readonly<Record<string, string>> }) => {
      tags.push({ ...mail.tags });
      return silence;
    };
    store.world.mailer.next(lost, lost);
    await store.pass({ hours: 1 });
    const [touchpoint] = await store.touchpoints('c-1');
    expect(touchpoint?.state).toBe('unknown');
    const mail = {
      tags: tags[0] ?? {},
      messageId: 'm-late',
      to: 'hana@example.com',
      at: store.world.clock.now(),
    };
    await tell(store, sesEnvelope('Email Sent', mail));
    expect((await store.touchpoints('c-1'))[0]).toMatchObject({ state: 'sent', messageId: 'm-late' });
  });

  test('a Sent event that comes before the resolve message spares the second try', async () => {
    const store = storeInMemory({ scenarios: twoScenarios, startAt: start });
    await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
    let tags: Record<string, string> = {};
    store.world.mailer.next((mail) => {
      tags = { ...mail.tags };
      return { kind: 'unknown', detail: 'reset' };
    });
    await store.pass({ minutes: 1 });
    const mail = { tags, messageId: 'm-1', to: 'hana@example.com', at: store.world.clock.now() };
    await tell(store, sesEnvelope('Email Sent', mail));
    await store.pass({ hours: 3 });
    expect(store.world.mailer.calls).toBe(1);
  });
});

test('feedback in any order and any number leaves the same touchpoint', async () => {
  const stories = [
    ['Email Sent', 'Email Delivered', 'Email Clicked'],
    ['Email Clicked', 'Email Delivered', 'Email Sent', 'Email Delivered', 'Email Clicked'],
  ];
  const ends = [];
  for (const effects of stories) {
    const { store, mail } = await storeWithThanks();
    const click = { click: { timestamp: '2026-03-02T05:00:00.000Z', link: 'https://shop.example.com' } };
    for (const type of effects)
      await tell(store, sesEnvelope(type, mail, type === 'Email Clicked' ? click : {}));
    ends.push(await store.touchpoints('c-1'));
  }
  expect(ends[0]).toEqual(ends[1]);
  expect(Object.keys(ends[0]?.[0]?.feedback ?? {})).toEqual(['clicked']);
});

test('a click that SES thinks a scanner made is not noted', async () => {
  const { store, mail } = await storeWithThanks();
  const click = { click: { timestamp: '2026-03-02T05:00:00.000Z', isBotEvent: 'Likely' } };
  await tell(store, sesEnvelope('Email Clicked', mail, click));
  expect((await store.touchpoints('c-1'))[0]?.feedback).toEqual({});
  expect(store.world.metrics.of('Clicked')).toBe(0);
});

test('a mail of another sender on the same account settles nothing', async () => {
  const { store, mail } = await storeWithThanks();
  await tell(store, sesEnvelope('Email Sent', { ...mail, tags: { store: 'another', customer: 'x' } }));
  await tell(store, sesEnvelope('Email Sent', { ...mail, tags: {} }));
  expect(await store.touchpoints('c-1')).toHaveLength(1);
});

test.each([[{}], ['text'], [null], [{ 'detail-type': 'Email Sent', time: 'now', detail: { mail: {} } }]])(
  'an event that is not SES’s is refused by name: %j',
  (body) => {
    expect(() => parseSesEvent(body)).toThrow(MalformedSesEvent);
  },
);

test.each(['constructor', 'toString', '__proto__', 'Email Opened'])(
  'an event of the kind %s is one that nobody asks for',
  async (type) => {
    const { mail } = await storeWithThanks();
    expect(parseSesEvent(sesEnvelope(type, mail))).toBeUndefined();
  },
);

test('tags that we would not have written settle nothing and are not told', async () => {
  const { store, mail } = await storeWithThanks();
  const odd: [string, string][] = [
    ['version', 'one'],
    ['touchpoint', 'hana@example.com'],
    ['scenario', 'Hana Mori'],
  ];
  for (const [name, value] of odd) {
    const tags = { ...mail.tags, touchpoint: 'new', [name]: value };
    await tell(store, sesEnvelope('Email Sent', { ...mail, tags }));
  }
  expect(await store.touchpoints('c-1')).toHaveLength(1);
  expect(JSON.stringify(store.world.log.lines)).not.toMatch(/hana/i);
  const foreign = parseSesEvent(
    sesEnvelope('Email Sent', { ...mail, tags: JSON.parse('{"__proto__":"x"}') }),
  );
  expect(foreign?.tags).toEqual({});
});

test('half characters are mended: no database takes them', async () => {
  const { mail } = await storeWithThanks();
  const complained = { complaint: { complainedRecipients: [{ emailAddress: 'a\uD800@example.com' }] } };
  const halved = { ...mail, messageId: 'm\uDE00' };
  const event = parseSesEvent(sesEnvelope('Email Complaint Received', halved, complained));
  expect(event).toMatchObject({ messageId: 'm\uFFFD', badAddresses: ['a\uFFFD@example.com'] });
});
