/**
 * Every message the store can send: its kind, and the variables its texts may use. A scenario may name only these,
 * and of the event that lets a customer in, her enrolment keeps only the fields named here.
 */
import type { Kind } from '../core/scenario.ts';

interface TemplateEntry {
  readonly kind: Kind;
  /** Paths below the entering event's detail; a path through a list names the field of each entry. */
  readonly eventFields: readonly string[];
  /** What else it may use: the customer, the brand, the sender, the links. */
  readonly variables: readonly string[];
}

const everyMessage = [
  'customer.name',
  'customer.greetingName',
  'brand.name',
  'brand.siteUrl',
  'brand.logoUrl',
  'brand.logoAlt',
  'brand.colour',
  'brand.onColour',
  'brand.linkColour',
  'brand.darkLinkColour',
  'brand.fonts',
  'sender.legalName',
  'sender.postalAddress',
  'sender.inquiryContact',
] as const;

const marketingMessage = [...everyMessage, 'links.unsubscribe'] as const;

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
