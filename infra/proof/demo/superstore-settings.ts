/** The store the Superstore's orders belong to: fictional, and like the data set at home in the United States. */
import { storeZone } from './superstore-events.ts';

export const superstoreSettings = {
  store: 'superstore',
  brand: { name: 'Superstore (example)', siteUrl: 'https://superstore.example.com' },
  sender: 'hello@superstore.example.com',
  senderName: 'Superstore',
  replyTo: 'support@superstore.example.com',
  legalName: 'Superstore Inc. (example)',
  postalAddress: '100 Example Street, New York, NY 10001, USA',
  inquiryContact: 'https://superstore.example.com/contact',
  market: 'US',
  timeZone: storeZone,
  locale: 'en',
  transitDays: { other: 4 },
  /** Nobody's servers need sparing here, and a calendar that says ten sharp reads better. */
  jitterMinutes: 0,
  /** Longer than the four years played, so that every touchpoint can be counted at the end. */
  touchpointDays: 3650,
} as const;
