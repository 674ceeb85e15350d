/** The one question after a sign-up. */
import type { Messages } from '../../core/language/program.ts';
import { confirmFields, everyMessage } from '../message-fields.ts';

export const messages = {
  'confirm-opt-in/confirm': {
    kind: 'transactional',
    eventFields: [],
    variables: [...everyMessage, ...confirmFields],
  },
} as const satisfies Messages;
