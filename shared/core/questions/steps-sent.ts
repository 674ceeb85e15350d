import type { Customer, Enrolment } from '../record/customer.ts';

/** Steps of this enrolment whose message went: the record's sends remember two weeks, the enrolment's counts all its life. */
export function stepsSent(
  customer: Pick<Customer, 'sends'>,
  enrolment: Partial<Pick<Enrolment, 'id' | 'counts'>>,
): string[] {
  const counted = Object.entries(enrolment.counts ?? {}).flatMap(([step, times]) =>
    times > 0 ? [step] : [],
  );
  const recent = customer.sends
    .filter((send) => send.enrolment === enrolment.id && send.state !== 'skipped')
    .map(({ step }) => step);
  return [...new Set([...counted, ...recent])];
}
