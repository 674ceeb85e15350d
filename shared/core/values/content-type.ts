/** `brand`: who we are. `product`: what we give. `offer`: for you only, today only. */
export const contentTypes = ['brand', 'product', 'offer'] as const;

export type ContentType = (typeof contentTypes)[number];
