/**
 * Every message the store can send: its kind, and the variables its texts may use. A scenario may name only these,
 * and of the event that lets a customer in, her enrolment keeps only the fields named here.
 */
import { everyMessage, marketingMessage, type TemplateEntry } from './entry.ts';

export const catalogue = {
  'order-thanks/thanks': {
    kind: 'transactional',
    eventFields: [
      'order.id',
      'order.currency',
      'order.total',
      'order.items.name',
      'order.items.quantity',
      'order.items.unitPrice',
    ],
    variables: everyMessage,
  },
  'after-purchase/any-trouble': {
    kind: 'marketing',
    eventFields: ['order.id', 'order.items.name', 'order.items.quantity'],
    variables: marketingMessage,
  },
  'after-purchase/using-it-well': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: marketingMessage,
  },
  'after-purchase/other-voices': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'after-purchase/continue': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: marketingMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;

/** The languages each message is written in: one file for each. */
export const locales = ['ja', 'en'] as const;

declare module '../core/register.ts' {
  interface Register {
    template: keyof typeof catalogue;
  }
}
