import { scenarios } from '../../shared/scenarios/registry.ts';

const others = scenarios.filter(({ id }) => id !== 'order-thanks' && id !== 'after-purchase');

/** Of the shipped library two let anybody in: what a test of the whole way counts stays in its hand. */
export const twoStoriesAlone = {
  scenarios: Object.fromEntries(others.map(({ id }) => [id, { on: false }])),
} as const;
