/** The variables that texts may use, by what a message is about: its declaration names them. */

export const everyMessage = [
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
  'brand.lineUrl',
  'brand.instagramUrl',
  'brand.xUrl',
  'sender.legalName',
  'sender.postalAddress',
  'sender.inquiryContact',
] as const;

export const marketingMessage = [...everyMessage, 'links.unsubscribe', 'links.preferences'] as const;

/**
 * Of a step with a `coupon`: always there. `endsOn`: "2026-12-24". One of percent and amount (minor units, of the
 * currency where it is known) is given.
 */
export const couponFields = [
  'coupon.code',
  'coupon.percent',
  'coupon.amount',
  'coupon.currency',
  'coupon.endsOn',
] as const;

/** Of a message with a video: it assigns them itself, before it includes the block. @public */
export const videoFields = ['videoTitle', 'videoUrl', 'videoThumb'] as const;

/** One question and its answer, for each time the message includes the block. @public */
export const faqFields = ['faqQuestion', 'faqAnswer'] as const;

/** What lies in her newest cart at the moment of sending, without what she has ordered since or is sold out. */
export const cartFields = [
  'cart.url',
  'cart.currency',
  'cart.total',
  'cart.items.name',
  'cart.items.quantity',
  'cart.items.unitPrice',
] as const;

/** Products to show her, from the store's recommender or her own views; an empty list where there are none. */
export const productFields = [
  'products.name',
  'products.url',
  'products.imageUrl',
  'products.price',
  'products.currency',
] as const;

/** Voices of customers who permitted it; an empty list where there are none. */
export const voiceFields = ['voices.title', 'voices.text', 'voices.rating'] as const;

/** Of a step with a `survey`: its page, the first question, and a link for each first answer. */
export const surveyFields = [
  'survey.url',
  'survey.question',
  'survey.choices.label',
  'survey.choices.url',
] as const;

/** Of a series: which message this is, and its own text. */
export const episodeFields = ['series.number', 'series.of', 'episode.title', 'episode.paragraphs'] as const;

/** Of a message about a booking: the page where she says that she will come, or gives her place back. */
export const bookingFields = ['links.booking'] as const;

/** Her referral link, to pass on herself. */
export const referralFields = ['links.referral'] as const;

/** The page on which she confirms that it was she who signed up; the link expires. */
export const confirmFields = ['links.confirm'] as const;

/** Of a message about an order: the number the customer knows, and the id that stands in where none is told. */
export const orderFields = ['order.id', 'order.number'] as const;

/** What an order costs: as it is paid, where that is another currency than the store's own. */
export const amountFields = [
  'order.total',
  'order.currency',
  'order.presentment.total',
  'order.presentment.currency',
] as const;

/** Of a message about an order: whether somebody else takes it in; whether it was handed over in a shop, without a parcel. */
export const deliveryFields = ['delivery.toOther', 'delivery.handedOver'] as const;

/** A parcel, with every number by which it is followed. */
export const parcelFields = [
  'shipment.carrier',
  'shipment.trackingNumber',
  'shipment.url',
  'shipment.tracking.number',
  'shipment.tracking.url',
  'shipment.number',
  'shipment.of',
] as const;

/** When and where a booking is. */
export const placeFields = [
  'booking.name',
  'booking.startsAt',
  'booking.timeZone',
  'booking.place',
  'booking.url',
] as const;
