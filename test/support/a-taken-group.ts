/** Two scenarios of one group: what holds it, and what waits for it. */
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { event } from './events.ts';
import { marketing, send, waitFor, waitUntil } from './scenarios.ts';

export const monday = '2026-03-02 12:30';
export const slow = [waitFor('days', { days: 9 }), send('b')];
export const parcel = (id: string, when: string) => event('SampleDelivered', when, { sample: { id } });

/** Holds the group for nine days from an order. */
export const holder = marketing({ id: 'holder', group: 'care', steps: slow });
/** Begun by a sample; waits from the day it is let in. */
export const sample = (parts: Partial<Scenario> = {}, trigger: object = {}) =>
  marketing({
    id: 'sample',
    group: 'care',
    whenTaken: 'wait',
    trigger: { on: 'SampleDelivered', oncePer: { key: 'sample.id' }, whileRunning: 'ignore', ...trigger },
    steps: [waitUntil('next-day', 1, 'entry'), send('c')],
    ...(parts as object),
  });
