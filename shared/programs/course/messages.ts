/** The one letter of the series; its texts lie beside it as JSON. */
import type { Messages } from '../../core/language/program.ts';
import { episodeFields, marketingMessage } from '../message-fields.ts';

export const messages = {
  'honey-and-herbs-course/letter': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...episodeFields],
    numbered: 32,
  },
} as const satisfies Messages;
