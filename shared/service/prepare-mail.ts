import type { Customer } from '../core/customer.ts';
import type { Touchpoint } from '../core/touchpoint.ts';
import { zoneOf } from '../core/zone.ts';
import type { Mail } from '../world.ts';
import { signLink } from './link-token.ts';
import { chooseLocale, renderMail } from './render-mail.ts';
import type { Sending } from './send-ports.ts';

/** Renders a touchpoint's message for the customer as she is now. */
export async function prepareMail(
  sending: Sending,
  customer: Customer,
  touchpoint: Touchpoint,
  event: Readonly<Record<string, unknown>>,
): Promise<Mail> {
  const { world, settings } = sending;
  const locale = chooseLocale(customer.profile.locale, settings.locale);
  const compiled = await world.templates.load(touchpoint.template, locale);
  const token = signLink(await world.keys(), { purpose: 'unsubscribe', customer: customer.id, locale });
  return renderMail({
    compiled,
    touchpoint,
    profile: customer.profile,
    event,
    locale,
    timeZone: zoneOf(customer, sending.decisions),
    settings,
    links: touchpoint.kind === 'marketing' ? { unsubscribe: `${sending.linkBaseUrl}/u/${token}` } : {},
    lane: touchpoint.kind,
  });
}
