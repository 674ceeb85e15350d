/** What the engine knows of a message’s template. */
export interface TemplateFacts {
  readonly kind: 'transactional' | 'marketing';
  readonly eventFields: readonly string[];
  /** How many numbers it has, where it is the template of a series. */
  readonly numbered?: number | undefined;
  /** What else its texts name, such as `cart.items.name`. */
  readonly variables?: readonly string[] | undefined;
}

/** What the service itself asks of a message's texts, by how their variables begin; all others are for the texts alone. */
export const askedVariables = ['cart.', 'products.', 'links.confirm', 'links.referral'] as const;

/** True where the texts name something of that kind. */
export function showsAny(
  facts: TemplateFacts | undefined,
  ...kinds: readonly (typeof askedVariables)[number][]
) {
  return facts?.variables?.some((name) => kinds.some((kind) => name.startsWith(kind))) ?? false;
}
