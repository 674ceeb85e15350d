/** What marketing mail may be about; a customer consents to each topic. These are granted by `acceptsMarketing`. */
export const topics = ['tips', 'offers', 'news', 'surveys', 'events'] as const;

export type Topic = (typeof topics)[number];
