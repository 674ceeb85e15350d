/** A place she has booked: she says that she will come, or gives it back. The store's own programs hear of both. */
import { html } from 'hono/html';
import { Temporal } from 'temporal-polyfill';
import type { Customer, EndedEnrolment, Enrolment } from '../../core/record/customer.ts';
import { digest } from '../../core/values/ids.ts';
import { bookingZone, instantOf, timeAtPlace } from '../rendering/booking-time.ts';
import { bookingWords } from './booking-words.ts';
import { type OwnEvent, publishOwnEvent, takeIn } from './own-events.ts';
import { type Markup, type Page, paragraphs } from './page-frame.ts';
import { note } from './page-notes.ts';
import { claimsOf, localeOf, otherLanguage, personOf, type Visit } from './visit.ts';

interface Booking {
  readonly id: string;
  readonly name?: string;
  readonly startsAt?: string;
  readonly timeZone?: string;
  readonly place?: string;
  readonly cancelled: boolean;
}

export async function showBooking(visit: Visit, token: string): Promise<Page> {
  const opened = await opener(visit, token);
  if ('refused' in opened) return opened.refused;
  const { locale } = opened;
  const closed = closedPage(visit, opened);
  if (closed) return closed;
  const { title, ask, come, cancel, cancelAsk } = bookingWords[locale];
  return {
    locale,
    title,
    content: [
      details(visit, opened),
      html`<p>${ask}</p>
<form method="post"><input type="hidden" name="do" value="confirm"><button type="submit">${come}</button></form>
<form method="post"><input type="hidden" name="do" value="cancel"><p>${cancelAsk}</p><button class="quiet" type="submit">${cancel}</button></form>`,
    ],
    otherLanguage: otherLanguage(visit, locale),
  };
}

export async function actOnBooking(visit: Visit, token: string): Promise<Page> {
  const opened = await opener(visit, token);
  if ('refused' in opened) return opened.refused;
  const { person, booking, locale } = opened;
  const closed = closedPage(visit, opened);
  if (closed) return closed;
  const { confirmed, confirmedSaid, cancelled, cancelledSaid } = bookingWords[locale];
  const detail = { booking: { id: booking.id } };
  switch (visit.form.get('do')) {
    case 'confirm':
      await visit.engine.world.bus.publish([
        {
          id: `page-${digest(['booking-confirmed', person.id, booking.id], 32)}`,
          name: 'BookingConfirmed',
          at: visit.at,
          detail: { customer: { id: person.id }, ...detail },
        },
      ]);
      return {
        locale,
        title: confirmed,
        content: [details(visit, opened), ...paragraphs(confirmedSaid)].flat(),
      };
    case 'cancel': {
      const event: OwnEvent = { name: 'BookingCancelled', about: booking.id, detail };
      await publishOwnEvent(visit, person.id, event);
      await takeIn(visit, person.id, [event]);
      return { locale, title: cancelled, content: paragraphs(cancelledSaid) };
    }
    default:
      return await showBooking(visit, token);
  }
}

interface Opened {
  readonly person: Customer;
  readonly booking: Booking;
  readonly locale: Page['locale'];
}

async function opener(visit: Visit, token: string): Promise<Opened | { readonly refused: Page }> {
  const opened = await claimsOf(visit, token, 'booking');
  if ('refused' in opened) return opened;
  const { customer, about, locale: ofMail } = opened.claims;
  const person = await personOf(visit, customer);
  const locale = localeOf(visit, person?.profile.locale, ofMail);
  if (!person) return { refused: note('nobody', locale) };
  if (about === undefined) return { refused: note('wrongLink', locale) };
  return { person, booking: await bookingOf(visit, person, about), locale };
}

/** What her enrolments know of the booking: each keeps what it needs; the newest tells whether it was given back. */
async function bookingOf(visit: Visit, person: Customer, id: string): Promise<Booking> {
  const about = `booking:${id}`;
  const enrolments = person.enrolments.filter((enrolment) => enrolment.about === about);
  const newest = [...enrolments, ...person.ended.filter((enrolment) => enrolment.about === about)]
    .toSorted((a, b) => Temporal.Instant.compare(a.enteredAt, b.enteredAt))
    .at(-1);
  const because = newest && ('ended' in newest ? newest.ended?.because : (newest as EndedEnrolment).because);
  const booking: Partial<Booking> = {};
  for (const enrolment of enrolments)
    Object.assign(booking, (await fieldsOf(visit, person, enrolment))?.booking);
  return { ...booking, id, cancelled: because === 'exit-rule' };
}

async function fieldsOf(visit: Visit, person: Customer, enrolment: Enrolment) {
  return enrolment.context
    ? await visit.engine.world.contexts.load(person.id, enrolment.id)
    : enrolment.event;
}

/** The page of a booking about which there is nothing left to say. */
function closedPage({ at }: Visit, { booking, locale }: Opened): Page | undefined {
  const { cancelled, cancelledSaid, over, overSaid } = bookingWords[locale];
  if (booking.cancelled) return { locale, title: cancelled, content: paragraphs(cancelledSaid) };
  const starts = instantOf(booking.startsAt ?? '');
  if (!starts || starts.epochMilliseconds > at.epochMilliseconds) return undefined;
  return { locale, title: over, content: paragraphs(overSaid) };
}

function details({ engine }: Visit, { booking, locale }: Opened): Markup {
  const { when, where, what } = bookingWords[locale];
  const { startsAt, timeZone } = booking;
  const starts =
    startsAt && timeAtPlace(startsAt, bookingZone(startsAt, timeZone, engine.settings.timeZone), locale);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [what, booking.name],
    [when, starts],
    [where, booking.place],
  ];
  const shown = rows.filter(([, value]) => value);
  if (shown.length === 0) return html``;
  return html`<dl>${shown.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
