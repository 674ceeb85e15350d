/** What the engine knows of a message’s template. */
export interface TemplateFacts {
  readonly kind: 'transactional' | 'marketing';
  readonly eventFields: readonly string[];
  /** How many numbers it has, where it is the template of a series. */
  readonly numbered?: number | undefined;
  /** What else its texts name, such as `cart.items.name`. */
  readonly variables?: readonly string[] | undefined;
}
