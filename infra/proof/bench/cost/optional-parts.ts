/** Parts of a deployment that a setting adds, and what each of them adds to an idle month. */
import type { Asking } from '../../../../shared/core/language/profile-events.ts';
import type { Settings } from '../../../../shared/settings/settings.ts';
import { idleLines, idleParts } from './idle.ts';
import { total } from './lines.ts';
import type { Prices } from './prices.ts';

const optional: Readonly<Record<string, Partial<Settings>>> = {
  'alarms by mail (alarmMail)': { alarmMail: 'ops@example.com' },
  'webhooks of Shopify (shopifyEventSource)': {
    shopifyEventSource: 'aws.partner/shopify.com/12345678/store',
  },
  'links under a domain of the store (linkDomain)': {
    linkDomain: 'links.example.com',
    linkCertificateArn: 'arn:aws:acm:us-east-1:000000000000:certificate/1',
  },
  'an SES identity that is there already (identity)': { identity: 'existing' },
};

export interface IdleWith {
  readonly settings: Settings;
  readonly asking: Asking;
  readonly sweep_usd: number;
}

/** Dollars a month more, or less, by part. */
export function optionalParts({ settings, asking, sweep_usd }: IdleWith, at: Prices) {
  const month = (more: Partial<Settings>) =>
    total(idleLines(idleParts({ ...settings, ...more }, asking), sweep_usd, at));
  const without = month({});
  const found = Object.entries(optional).map(([part, more]) => [part, month(more) - without] as const);
  return Object.fromEntries(found);
}
