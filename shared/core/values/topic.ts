/** What marketing mail may be about; a customer consents to each topic. These are granted by `acceptsMarketing`. */
export const defaultTopics = ['tips', 'offers', 'news', 'surveys', 'events'] as const;

/** `course`: a long series she asked for. No tick box grants it: she opts in to it by name. */
export const topics = [...defaultTopics, 'course'] as const;

export type Topic = (typeof topics)[number];

export function isDefaultTopic(topic: Topic): boolean {
  return topic !== 'course';
}
