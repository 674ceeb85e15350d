/** One run of a scenario is paused by its key, such as one campaign: others of the same scenario go. */
import { test } from 'vitest';
import type { Brakes } from '../../../shared/core/record/brakes.ts';
import { placed } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { marketing, send, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const story = marketing({
  id: 'story',
  steps: [waitFor('wait', { hours: 1 }), send('b', { expiry: { days: 9 } })],
});
const paused = (...scenarios: string[]): { brakes: Brakes } => ({
  brakes: { paused: { all: false, marketing: false, scenarios } },
});
const asked = (...scenarios: string[]) =>
  storeWith([story], paused(...scenarios))
    .given(placed('o-1', monday))
    .when(timer('story'));

test('a pause of the run holds it, and it asks again in six hours', () => {
  asked('story/o-1').then({ because: 'paused', sent: [], armed: ['2026-03-02 19:30'] });
});

test.each([
  ['another run', 'story/o-2'],
  ['a longer key', 'story/o-11'],
  ['another scenario', 'other/o-1'],
])('a pause of %s does not', (_, what) => {
  asked(what).then({ sent: ['b'] });
});

test('beside a pause of the whole scenario the longer one is waited for', () => {
  asked('story', 'story/o-1').then({ because: 'paused', armed: ['2026-03-02 19:30'] });
  asked('story').then({ because: 'paused', armed: ['2026-03-02 14:30'] });
});
