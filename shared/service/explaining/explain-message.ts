/** One sentence for each message: what the customer got, what the customer did not, and because of what. */
import type { Customer } from '../../core/record/customer.ts';
import type { RecentSend } from '../../core/record/recent-send.ts';
import type { FeedbackKind, RecordedTouchpoint, Touchpoint } from '../../core/record/touchpoint.ts';
import { meaningWith } from './explain-because.ts';
import { wallTime } from './explain-moment.ts';

const feedbackWords: Readonly<Record<FeedbackKind, string>> = {
  delivered: 'It was delivered',
  bounced: 'It bounced',
  complained: 'The customer reported it as spam',
  clicked: 'The customer clicked a link in it',
  rejected: 'The mail service rejected it afterwards',
};

const named = (of: Pick<Touchpoint, 'template' | 'scenario' | 'version' | 'step'>) =>
  `${of.template || 'a message'} (${of.scenario} v${of.version}, step ${of.step})`;

/** What became of one message. */
export function explainMessage(touchpoint: RecordedTouchpoint, zone: string): string {
  const feedback = Object.entries(touchpoint.feedback)
    .map(([kind, at]) => ` ${feedbackWords[kind as FeedbackKind]} on ${wallTime(at, zone)}.`)
    .join('');
  return `${wallTime(touchpoint.at, zone)}: ${outcomeOf(touchpoint)}: ${meaningWith(touchpoint.because, touchpoint.by)}.${feedback}`;
}

function outcomeOf(touchpoint: Touchpoint): string {
  switch (touchpoint.state) {
    case 'sent':
      return `the customer got ${named(touchpoint)}`;
    case 'skipped':
      return `the customer did not get ${named(touchpoint)}`;
    case 'would-send':
      return `the customer would have got ${named(touchpoint)}`;
    case 'unknown':
      return `nobody knows whether the customer got ${named(touchpoint)}`;
  }
}

/** Messages that the record claims and that no touchpoint settles yet. */
export function explainOpenClaims(
  customer: Customer,
  touchpoints: readonly Touchpoint[],
  zone: string,
): { readonly at: RecentSend['at']; readonly sentence: string }[] {
  const settled = new Set(touchpoints.map((touchpoint) => touchpoint.id));
  return customer.sends
    .filter((send) => send.state !== 'skipped' && !settled.has(send.touchpoint))
    .map((send) => ({
      at: send.at,
      sentence: `${wallTime(send.at, zone)}: ${named({ ...send, template: '' })} was handed to the mail service; its answer is not known yet and is asked for 15 minutes later.`,
    }));
}
