import { episodeFields, marketingMessage, type TemplateEntry } from '../entry.ts';

export const honeyAndHerbsCourseMessages = {
  'honey-and-herbs-course/letter': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...episodeFields],
    numbered: 32,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
