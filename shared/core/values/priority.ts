/** Who goes first when two messages want the same place of the day: from most to least. Transactional needs none. */
export const priorities = [
  'subscription-notice',
  'cart',
  'back-in-stock',
  'welcome',
  'post-purchase',
  'win-back',
  'broadcast',
  'browse',
] as const;

export type Priority = (typeof priorities)[number];

/** Smaller goes first; `post-purchase` where a scenario says nothing. */
export function rankOf(priority: Priority | undefined): number {
  return priorities.indexOf(priority ?? 'post-purchase');
}
