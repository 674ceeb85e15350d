/** The letters before each season of gifts. */
import type { Messages } from '../../core/language/program.ts';
import { marketingMessage } from '../message-fields.ts';

export const messages = {
  'gift-ochugen/again': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'gift-ochugen/deadline': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'gift-oseibo/again': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'gift-oseibo/deadline': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'gift-christmas/again': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'gift-christmas/deadline': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Messages;
