/** The notices about an order, its payment and its parcels. */
import type { Messages } from '../../core/language/program.ts';
import { amountFields, deliveryFields, everyMessage, orderFields, parcelFields } from '../message-fields.ts';

export const messages = {
  // The notice that a payment has come.
  'order-paid/paid': {
    kind: 'transactional',
    eventFields: [...orderFields, 'order.origin', 'order.items.name', 'order.items.quantity'],
    variables: everyMessage,
  },
  // What to pay until when, and a reminder on the day before.
  'payment-waiting/how-to-pay': {
    kind: 'transactional',
    eventFields: [...orderFields, 'payment.deadline', 'payment.method', ...amountFields],
    variables: everyMessage,
  },
  'payment-waiting/tomorrow': {
    kind: 'transactional',
    eventFields: [...orderFields, 'payment.deadline', 'payment.method', ...amountFields],
    variables: everyMessage,
  },
  // A payment that did not go through, and one reminder.
  'payment-failed/failed': {
    kind: 'transactional',
    eventFields: [...orderFields, ...amountFields],
    variables: everyMessage,
  },
  'payment-failed/still-open': {
    kind: 'transactional',
    eventFields: [...orderFields, ...amountFields],
    variables: everyMessage,
  },
  // One notice for each parcel that leaves.
  'parcel-shipped/shipped': {
    kind: 'transactional',
    eventFields: [...orderFields, ...parcelFields],
    variables: everyMessage,
  },
  // The notice of a delay, with the new day.
  'order-delayed/delayed': {
    kind: 'transactional',
    eventFields: [...orderFields, 'shipment.expectedAt'],
    variables: everyMessage,
  },
  // The notice that some of the parcels have come.
  'order-delivered/part': {
    kind: 'transactional',
    eventFields: [...orderFields, 'shipment.number', 'shipment.of'],
    variables: [...everyMessage, ...deliveryFields],
  },
  // The notice that the order has come.
  'order-delivered/delivered': {
    kind: 'transactional',
    eventFields: [...orderFields, 'shipment.number', 'shipment.of'],
    variables: [...everyMessage, ...deliveryFields],
  },
  // A parcel that could not be handed over, and what to do.
  'delivery-failed/not-delivered': {
    kind: 'transactional',
    eventFields: [...orderFields, ...parcelFields],
    variables: [...everyMessage, ...deliveryFields],
  },
  // The notice that a return has come.
  'order-returned/returned': {
    kind: 'transactional',
    eventFields: [...orderFields, 'order.items.name', 'order.items.quantity'],
    variables: everyMessage,
  },
  // The notice of a refund.
  'order-refunded/refunded': {
    kind: 'transactional',
    eventFields: [...orderFields],
    variables: everyMessage,
  },
  // The notice of an exchange.
  'order-exchanged/exchanged': {
    kind: 'transactional',
    eventFields: [...orderFields, 'order.items.name', 'order.items.quantity'],
    variables: everyMessage,
  },
  // The notice of a cancellation.
  'order-cancelled/cancelled': {
    kind: 'transactional',
    eventFields: [...orderFields],
    variables: everyMessage,
  },
} as const satisfies Messages;
