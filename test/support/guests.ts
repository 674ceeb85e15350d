/** A store whose customers come as guests too: some shipped programs, and what has gone to each address. */
import { leadId } from '../../shared/service/saving/lead-id.ts';
import { scenarios as shipped } from './shipped.ts';
import type { StoreOptions } from './store-in-memory.ts';
import { storefront } from './storefront.ts';

export const mei = 'mei@example.com';

/** `playing`: ids of shipped scenarios, those that ship switched off among them. */
export async function storeWithGuests(playing: readonly string[], options: Partial<StoreOptions> = {}) {
  const store = storefront(
    shipped.filter(({ id }) => playing.includes(id)).map((one) => ({ ...one, enabled: true })),
    options,
  );
  const of = { keys: await store.world.keys(), store: store.settings.store };
  return {
    ...store,
    lead: (email = mei, round = 0) => leadId(of, email, round),
    /** The customers for whom mail of the scenario went. */
    wentFor: (scenario: string) => [
      ...new Set(
        store.world.touchpoints
          .all()
          .filter((one) => one.scenario === scenario && one.state !== 'skipped')
          .map(({ customer }) => customer),
      ),
    ],
    /** The mails so far, each with its address and the customer it was sent for. */
    sent: () =>
      store.world.mailer.mails.map(({ to, tags }) => `${String(tags.template).replace('__', '/')} ${to}`),
  };
}
