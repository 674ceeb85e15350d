import { expect, test } from 'vitest';
import { defineScenario } from '../../../shared/core/language/scenario.ts';
import { openBook } from '../../../shared/core/language/scenario-book.ts';
import { encodeRecord } from '../../../shared/core/record/record-codec.ts';
import { itemSize } from '../../../shared/core/values/item-size.ts';
import { memoryWorld } from '../../../shared/memory/memory-world.ts';
import { ingest } from '../../../shared/service/intake/ingest.ts';
import { engineOf } from '../../../shared/service/saving/engine.ts';
import { handleLaneMessage } from '../../../shared/service/sending/handle-lane-message.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { at, event, registered } from '../../support/events.ts';
import { exampleSettings } from '../../support/store-in-memory.ts';

const numbers = 1000;
const templates = { daily: { kind: 'marketing' as const, eventFields: [], numbered: numbers } };
const course = defineScenario({
  id: 'course',
  version: 1,
  stage: 'education',
  kind: 'marketing',
  topic: 'course',
  purpose: 'A thousand mornings.',
  trigger: { on: 'CustomerRegistered', oncePer: 'ever', whileRunning: 'ignore' },
  steps: [
    {
      id: 'morning',
      kind: 'series',
      template: 'daily' as never,
      content: 'brand',
      every: { days: 1 },
      at: '09:00',
    },
  ],
});
const compiled = {
  subject: '{{ series.number }}/{{ series.of }}: {{ episode.title }}',
  html: '{{ episode.title }} {{ links.unsubscribe }}',
  text: '{% for line in episode.paragraphs %}{{ line }}{% endfor %}',
  episodes: Array.from({ length: numbers }, (_, n) => ({
    title: `Morning ${n + 1}`,
    paragraphs: ['Good morning.'],
  })),
};

function courseStore() {
  const settings = parseSettings({ ...exampleSettings, mode: 'live', liveOutsideProduction: true });
  const world = memoryWorld({
    startAt: at('2026-03-01 12:00'),
    settings,
    templates: { 'daily.ja': compiled },
  });
  let saves = 0;
  let largest_bytes = 0;
  const customers: typeof world.customers = {
    ...world.customers,
    async save(customer, waking) {
      saves += 1;
      largest_bytes = Math.max(largest_bytes, itemSize(encodeRecord(customer)));
      return world.customers.save(customer, waking);
    },
  };
  const ports = { ...world, customers };
  const engine = engineOf(ports, openBook([course], templates), settings);
  const sending = { ...engine, linkBaseUrl: 'https://links.example.com', remaining_ms: () => 60_000 };
  return {
    world,
    engine,
    begin: () => ingest(engine, 'c-1', [registered('2026-03-01 12:00', { customer: { locale: 'ja' } })]),
    pass: (until: string) => world.run(at(until), (_, message) => handleLaneMessage(sending, message)),
    told: () => ({ saves, largest_bytes }),
  };
}

test('a thousand messages play to their end, one save for each, in a record below 4 KB', async () => {
  const store = courseStore();
  await store.begin();
  const opted = event('ConsentChanged', '2026-03-01 12:01', {
    consent: { granted: true, topics: ['course'] },
  });
  await ingest(store.engine, 'c-1', [opted]);
  await store.pass('2029-01-31 12:00');
  const mails = store.world.mailer.mails;
  expect(mails).toHaveLength(numbers);
  expect(mails.map(({ subject }) => subject)).toEqual(
    compiled.episodes.map(({ title }, n) => `${n + 1}/${numbers}: ${title}`),
  );
  const days = new Set(
    mails.map((mail) => mail.at.toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString()),
  );
  expect(days.size).toBe(numbers);
  const enrolment = (await store.world.customers.load('c-1'))?.enrolments[0];
  expect(enrolment?.ended?.because).toBe('completed');
  const { saves, largest_bytes } = store.told();
  expect(saves).toBeLessThanOrEqual(numbers + 5);
  expect(largest_bytes).toBeLessThan(4096);
});
