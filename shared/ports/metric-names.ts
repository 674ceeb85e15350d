/**
 * Every metric there is, each published for the whole deployment. The list is short on purpose: CloudWatch bills each name,
 * and would bill it once more for each scenario. What a scenario did is in the line of each batch and in the table.
 */

export const metricsNamespace = 'Tsunagu';

export const metricNames = [
  'Entered',
  'Sent',
  'Held',
  /** Order mail that a pause holds, and that soon expires of it. */
  'PausedTooLong',
  'Skipped',
  'Unknown',
  'GoalReached',
  /** Kept back by the delivery mode. */
  'WouldSend',
  /** The mail service certainly did not take a message. */
  'Refused',
  /** The mail service told that it took a mail: that its events come at all. */
  'SendReported',
  /** Only where the setting `deliveryEvents` asks for it. */
  'Delivered',
  'Bounced',
  'Complained',
  'Rejected',
  /** By a person, as far as the mail service can tell. */
  'Clicked',
  'Unsubscribed',
  'PageFailed',
  'LinkRefused',
  /** A sign-up beyond what an hour takes. */
  'SignUpRefused',
  /** Mail that asks to confirm, put back because its share of the lane was spent: each time it is. */
  'ConfirmPutBack',
  /** A message whose kind nobody knows. */
  'Ignored',
  /** An event about somebody who was erased: dropped. */
  'Erased',
  /** A webhook of the shop platform that says nothing for the engine; the log has the topic and the reason. */
  'Unmapped',
  /** A save was about to break what must always hold; the log has the word. */
  'InvariantBroken',
  /** Events and commands of the store that came, each time they came. */
  'EventTaken',
  /** An event that was here before came again and said something else; the first word stays. */
  'ToldOtherwise',
  'OrderTaken',
  /** Handling failed and is tried again, by the cause: a right or a table is missing; a service takes no more; else. */
  'RetriedDenied',
  'RetriedThrottled',
  'RetriedOther',
  /** Dead-lettered, with a reason. */
  'Buried',
  /** Batches of events put back for a minute or two, because a customer had too much order mail on its way. */
  'PutBack',
  /** Facts of orders that were beyond the bounds of the order's item; the record took them all the same. */
  'OrderFactLeftOut',
  /** Put off, because newer code wrote what it is about. */
  'Parked',
  /** Alarms the scheduler had no room for: their message comes back by its lane. */
  'AlarmPutOff',
  /** Enrolments whose timer did not come, by sweep. */
  'Overdue',
  /** Each published once a sweep: the value is that of the moment. */
  'QuotaUsedPercent',
  'RateSettingAboveAccount',
  'SendingDisabled',
  /** How the kind of mail stands that stands worst: 0 fine, 1 warned, 2 paused by the breaker. */
  'BreakerLevel',
] as const;

export type MetricName = (typeof metricNames)[number];
