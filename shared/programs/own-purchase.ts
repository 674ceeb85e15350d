/** States of exit by what an order is: whom it is for, and how it came about. */
import type { Filter } from '../core/language/filter.ts';

/** Has bought for others alone: who gives once a year is not somebody who has fallen silent. */
export const givesOnly: Filter = {
  all: [
    { the: 'customer.labels', is: 'gift-giver' },
    { the: 'customer.owned.productId', exists: false },
  ],
};

/**
 * Of a story about goods that the customer uses: none of a present, of a parcel for somebody else, of a renewal, of an exchange.
 * Nobody enters while it holds, and who is inside leaves as soon as a later fact tells it.
 */
export const notOwnPurchase: { readonly when: Filter } = {
  when: { the: 'enrolment.isOwnPurchase', is: false },
};

/** Of what is told of a parcel: what was handed over in a shop has none. */
export const handedOverInShop: { readonly when: Filter } = {
  when: { the: 'enrolment.isHandedOver', is: true },
};
