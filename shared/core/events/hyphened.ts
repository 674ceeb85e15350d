/** A word as this product writes its own: `On Delivery` and `ON_DELIVERY` are `on-delivery`. */
export const hyphened = (word: string): string =>
  word
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, '-');
