/** What the store's events have told of one product; kept beside the customers, newest word wins. */
export interface ProductFacts {
  readonly id: string;
  readonly name?: string | undefined;
  readonly category?: string | undefined;
  readonly url?: string | undefined;
  readonly imageUrl?: string | undefined;
  /** Minor units. */
  readonly price?: number | undefined;
  readonly currency?: string | undefined;
  /** Pieces; undefined where the store never said: then it counts as there. */
  readonly stock?: number | undefined;
  readonly replacedBy?: string | undefined;
}
