/** What SES is asked to report of each mail, and what of that goes into the feedback queue. */
import type { EmailSendingEvent } from 'aws-cdk-lib/aws-ses';
import type { Settings } from '../../../shared/settings/settings.ts';

type Name = keyof typeof EmailSendingEvent;
type Asked = Pick<Settings, 'deliveryEvents'>;

/** By the event's name, its detail-type on the bus. Opens are not among them: machines open mails, so no decision rests on them. */
const feedback = {
  SEND: 'Email Sent',
  DELIVERY: 'Email Delivered',
  BOUNCE: 'Email Bounced',
  COMPLAINT: 'Email Complaint Received',
  REJECT: 'Email Rejected',
  CLICK: 'Email Clicked',
} as const satisfies Partial<Record<Name, string>>;

/** Of these no rule of ours takes any: they stand on the default bus, where they cost nothing, for a rule of the operator's. */
const forOthers = ['DELIVERY_DELAY', 'RENDERING_FAILURE'] as const satisfies readonly Name[];

/** That a mail was delivered decides nothing: it is a message for each mail that is only counted. */
const heard = ({ deliveryEvents }: Asked) =>
  (Object.keys(feedback) as (keyof typeof feedback)[]).filter(
    (name) => deliveryEvents || name !== 'DELIVERY',
  );

/** What the configuration sets publish. */
export const publishedEvents = (asked: Asked): readonly Name[] => [...heard(asked), ...forOthers];

/** The detail-types that the feedback function takes. */
export const feedbackTypes = (asked: Asked): string[] => heard(asked).map((name) => feedback[name]);
