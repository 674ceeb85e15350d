/** What somebody is told about the mails and the account that sends them. */
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Measures } from './measures.ts';
import type { Watch } from './watch.ts';

/** Mails whose fate somebody should know. */
export function mailWatches(measures: Measures): Watch[] {
  return [
    {
      id: 'unknown-sends',
      entry: 'unknown-sends',
      says: 'For at least one mail of the last hour it is unknown whether it went out.',
      metric: measures.ours('Unknown', 60),
      atLeast: 1,
    },
    {
      id: 'pause-too-long',
      entry: 'pause-too-long',
      says: 'A pause holds order mail that expires within twelve hours: let it go, or it never goes.',
      metric: measures.ours('PausedTooLong', 60),
      atLeast: 1,
    },
    {
      id: 'mail-refused',
      entry: 'mail-refused',
      // What SES holds up for long is tried once an hour, so a small store shows it in every second half hour only.
      // Where both lanes are full SES throttles a mail now and then: less than two of a hundred are nothing to be told of.
      says: 'SES keeps refusing mail; what it refused is held and tried again.',
      metric: measures.refusedBeyond(0.02, 30),
      atLeast: 3,
      spans: [2, 4],
    },
    {
      id: 'page-failed',
      entry: 'page-failed',
      says: 'Somebody opened a page of a mail, perhaps to unsubscribe, and was asked to try again later.',
      metric: measures.ours('PageFailed', 15),
      atLeast: 1,
    },
    {
      id: 'sign-ups-full',
      entry: 'sign-ups-full',
      says: 'The sign-up form took as many as an hour takes, and sent others away: a flood, or a very good day.',
      metric: measures.ours('SignUpRefused', 60),
      atLeast: 1,
    },
  ];
}

/** How the account stands with SES, by its own judgement. Without mail it tells nothing new: silence changes nothing. */
export function accountWatches(measures: Measures): Watch[] {
  const silence = TreatMissingData.IGNORE;
  const rate = (kind: 'bounce' | 'complaint', level: 'warning' | 'alarm', atLeast: number): Watch => ({
    id: `${kind}-rate-${level}`,
    entry: `${kind}-rate`,
    says: `The ${kind} rate of this account's mail has reached ${Number((100 * atLeast).toPrecision(2))} %; SES stops accounts for that.`,
    metric: measures.rate(kind === 'bounce' ? 'Reputation.BounceRate' : 'Reputation.ComplaintRate', 60),
    atLeast,
    silence,
  });
  return [
    rate('bounce', 'warning', 0.02),
    rate('bounce', 'alarm', 0.04),
    rate('complaint', 'warning', 0.0005),
    rate('complaint', 'alarm', 0.0008),
    {
      id: 'ses-quota',
      entry: 'ses-quota',
      says: 'At least 80 % of what SES lets this account send in 24 hours is used.',
      metric: measures.atMost('QuotaUsedPercent', 30),
      atLeast: 80,
      silence,
    },
    {
      id: 'send-rate-above-the-account',
      entry: 'send-rate-above-the-account',
      says: 'The setting sendRate is higher than the rate SES grants this account.',
      metric: measures.atMost('RateSettingAboveAccount', 30),
      atLeast: 1,
      silence,
    },
    {
      id: 'ses-sending-disabled',
      entry: 'ses-sending-disabled',
      says: 'SES has stopped this account from sending; every mail waits.',
      metric: measures.atMost('SendingDisabled', 30),
      atLeast: 1,
      silence,
    },
    {
      id: 'breaker-warning',
      entry: 'breaker',
      says: 'A kind of mail bounces or is reported as spam nearly so often that the breaker pauses it.',
      metric: measures.atMost('BreakerLevel', 30),
      atLeast: 1,
      silence,
    },
    {
      id: 'breaker-tripped',
      entry: 'breaker',
      says: 'The breaker has paused a kind of mail: too much of it bounced or was reported as spam. All other mail goes on.',
      metric: measures.atMost('BreakerLevel', 30),
      atLeast: 2,
      silence,
    },
  ];
}
