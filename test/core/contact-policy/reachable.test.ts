/** LINE and push go to whoever is joined there; for all others they are left out before they could take a place. */
import { test } from 'vitest';
import type { Channel } from '../../../shared/core/language/steps.ts';
import { event, placed } from '../../support/events.ts';
import { type Input, storeWith, timer } from '../../support/given.ts';
import { marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';

const letter = (id: string, minutes: number, channel?: Channel) =>
  marketing({ id, steps: [waitFor('wait', { minutes }), send('b', { channel })] });
const word = (channel: string, granted: boolean, topics?: string[]) =>
  event('ConsentChanged', '2026-03-02 12:29', {
    eventId: `${channel}-${granted}-${topics}`,
    consent: { granted, channel, topics },
  });

test.each(['line', 'push'] as const)(
  'whoever has said nothing on %s gets nothing there, and the mail of the day still goes',
  (channel) => {
    const caps = { settings: { caps: [{ max: 1, days: 1 }] } };
    const store = storeWith([letter('one', 1, channel), letter('two', 2)], caps);
    const history = store.given(placed('o-1', monday));
    history.when(timer('one')).then({ skipped: ['b: unreachable'] });
    store
      .given(placed('o-1', monday), timer('one'))
      .when(timer('two'))
      .then({ sent: ['b'] });
  },
);

const notice = transactional({
  steps: [waitFor('wait', { minutes: 1 }), send('thanks', { id: 'a', channel: 'line' })],
});
const hears = (...words: Input[]) =>
  storeWith([notice])
    .given(...words, placed('o-1', monday))
    .when(timer(notice.id));

test('a notice by LINE goes to whoever is joined there', () => {
  hears(word('line', true)).then({ sent: ['thanks'] });
  hears(word('line', false, ['offers'])).then({ sent: ['thanks'] });
});

test('it goes to nobody who never was, is by another channel, or has blocked it', () => {
  for (const words of [[], [word('push', true)], [word('email', true)], [word('line', false)]])
    hears(...words).then({ skipped: ['thanks: unreachable'] });
});

test('what lies in a parcel reaches everybody', () => {
  const slip = transactional({
    steps: [waitFor('wait', { minutes: 1 }), send('thanks', { id: 'a', channel: 'insert' })],
  });
  storeWith([slip])
    .given(placed('o-1', monday))
    .when(timer(slip.id))
    .then({ sent: ['thanks'] });
});

test('on LINE a topic of which nothing was said goes by the word on mail', () => {
  const store = storeWith([letter('one', 1, 'line')]);
  store
    .given(word('line', true, ['events']), placed('o-1', monday))
    .when(timer('one'))
    .then({ sent: ['b'] });
  const refused = placed('o-1', monday, { customer: { acceptsMarketing: undefined } });
  store
    .given(word('line', true, ['events']), refused)
    .when(timer('one'))
    .then({ skipped: ['b: no-consent'] });
});
