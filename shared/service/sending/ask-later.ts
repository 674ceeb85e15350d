/** The question that is put about a claim whose outcome nobody knows. */
import { Temporal } from 'temporal-polyfill';
import type { AskedClaim, ResolveMessage } from '../../core/events/lane-message.ts';
import { isMessage } from '../../core/language/steps.ts';
import type { Touchpoint } from '../../core/record/touchpoint.ts';
import { resolveDelay_s, type Sending } from './send-ports.ts';

type Asked = Pick<
  Touchpoint,
  'id' | 'customer' | 'kind' | 'enrolment' | 'scenario' | 'version' | 'step' | 'number' | 'at'
>;

/** Puts a resolve message into the touchpoint's lane. */
export async function askLater(
  { world }: Pick<Sending, 'world'>,
  { id: touchpoint, customer, kind, enrolment, scenario, version, step, number, at }: Asked,
  address: string | undefined,
): Promise<void> {
  const claim = { kind, enrolment, scenario, version, step, number, at: at.epochMilliseconds };
  await world.lanes.enqueue(kind, { kind: 'resolve', customer, touchpoint, address, claim }, resolveDelay_s);
}

/** The outcome of a claim that the record no longer holds: nobody can tell it. */
export function leftInDoubt(
  { book }: Pick<Sending, 'book'>,
  { customer, touchpoint }: ResolveMessage,
  claim: AskedClaim,
): Touchpoint {
  const { scenario, version } = claim;
  const steps = book.has(scenario, version) ? book.find(scenario, version).steps : [];
  const step = steps.find(({ id }) => id === claim.step);
  return {
    ...claim,
    id: touchpoint,
    customer,
    template: isMessage(step) ? step.template : '',
    at: Temporal.Instant.fromEpochMilliseconds(claim.at),
    state: 'unknown',
    because: 'outcome-unknown',
  };
}
