/** The secrets by which addresses are hashed and links are signed. */
/** Secrets: `address` keys the hashes of addresses and never changes; the first of `links` signs, all verify. */
export interface Keys {
  readonly address: string;
  readonly links: readonly { readonly id: string; readonly secret: string }[];
}
