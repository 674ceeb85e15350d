/** The letter of a campaign: its words lie beside the records. */
import type { Messages } from '../../core/language/program.ts';
import { marketingMessage } from '../message-fields.ts';

export const messages = {
  'campaign/letter': {
    kind: 'marketing',
    eventFields: [],
    variables: [
      ...marketingMessage,
      'letter.subject',
      'letter.preheader',
      'letter.paragraphs',
      'letter.button',
      'letter.url',
    ],
  },
} as const satisfies Messages;
