/** Stories about goods that the customer uses: none of a present, of a parcel for somebody else, of a renewal, of an exchange. */
import type { Filter } from '../core/language/filter.ts';

/** A state of exit: nobody enters while it holds, and who is inside leaves as soon as a later fact tells it. */
export const notOwnPurchase: { readonly when: Filter } = {
  when: { the: 'enrolment.isOwnPurchase', is: false },
};

/** A state of exit of what is told of a parcel: what was handed over in a shop has none. */
export const handedOverInShop: { readonly when: Filter } = {
  when: { the: 'enrolment.isHandedOver', is: true },
};
