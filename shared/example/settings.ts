/** A fictional store that really sends, into memory: the tests play in it, and a sketched scenario's calendar is of it. */
export const exampleSettings = {
  store: 'mori',
  stage: 'test',
  mode: 'live',
  liveOutsideProduction: true,
  brand: { name: 'Mori no Kura', siteUrl: 'https://shop.example.com' },
  sender: 'hello@shop.example.com',
  senderName: 'Mori no Kura',
  legalName: 'Mori no Kura K.K. (example)',
  postalAddress: '1-2-3 Example, Tokyo',
  inquiryContact: 'https://shop.example.com/contact',
  jitterMinutes: 0,
} as const;
