/** A message of the bus to the service, as the ingest function hands it on. */
import type { Temporal } from 'temporal-polyfill';
import { readBusMessage } from '../../functions/boundary/bus-event.ts';
import { withGuestId } from '../../shared/service/intake/guests.ts';
import { handleIntake } from '../../shared/service/intake/handle-intake.ts';
import { takeEvents } from '../../shared/service/intake/mailbox.ts';
import { spreadStoreWide } from '../../shared/service/intake/spread-store-wide.ts';

type Taking = Parameters<typeof handleIntake>[0] &
  Parameters<typeof spreadStoreWide>[0] &
  Parameters<typeof takeEvents>[0];

export async function takeBusMessage(engine: Taking, body: string, now: Temporal.Instant): Promise<void> {
  const { own, event, storeWide } = readBusMessage(body, now);
  if (own) await handleIntake(engine, own);
  if (storeWide) await spreadStoreWide(engine, storeWide);
  if (!event) return;
  const named = await withGuestId(engine, event);
  await takeEvents(engine, named.detail.customer.id, [named]);
}
