import { confirmFields, everyMessage, type TemplateEntry } from '../entry.ts';

export const confirmOptInMessages = {
  'confirm-opt-in/confirm': {
    kind: 'transactional',
    eventFields: [],
    variables: [...everyMessage, ...confirmFields],
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
