import type { Customer } from './customer.ts';
import type { EngineSettings } from './engine-settings.ts';

/** The zone of the customer's wall clock: her own, else the market's setting. */
export function zoneOf(customer: Customer, settings: EngineSettings): string {
  return customer.profile.timeZone ?? settings.timeZone;
}
