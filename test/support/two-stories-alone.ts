/** Of the shipped library these two let anybody in: what a test of the whole way counts stays in its hand. */
export const twoStoriesAlone = {
  scenarios: { '*': { on: false }, 'order-thanks': { on: true }, 'after-purchase': { on: true } },
} as const;
