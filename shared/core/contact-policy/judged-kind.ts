/** By which kind the breaker judges a mail, and stops it. */
import { pendingTopics } from '../facts/consent-confirmation.ts';
import type { Scenario } from '../language/scenario.ts';
import type { Customer } from '../record/customer.ts';
import type { JudgedKind } from '../values/judged-kind.ts';

/** True of a scenario that begins where a consent waits to be confirmed: its mail is the question. */
export const asksToConfirm = ({ trigger }: Pick<Scenario, 'trigger'>): boolean =>
  'segment' in trigger && 'when' in trigger && trigger.segment === 'unconfirmed';

export function judgedKindOf(
  scenario: Pick<Scenario, 'kind' | 'trigger'>,
  { consent, lifecycle, orders }: Pick<Customer, 'consent' | 'lifecycle' | 'orders'>,
): JudgedKind {
  if (scenario.kind === 'marketing') return 'marketing';
  if (asksToConfirm(scenario)) return 'unconfirmed';
  const isKnown = lifecycle.orders > 0 || orders.length > 0;
  return !isKnown && pendingTopics(consent).length > 0 ? 'unconfirmed' : 'transactional';
}
