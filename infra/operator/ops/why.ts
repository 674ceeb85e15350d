/** `why`: what a customer got, what the customer did not, because of what, and what comes next. */
import type { ToldBy } from '../../../shared/core/facts/orders/order-entry.ts';
import { stateOfItem } from '../../../shared/core/facts/orders/order-item-state.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import type { LedgerOrder } from '../../../shared/core/record/orders/ledger-entry.ts';
import { ledgerOrder } from '../../../shared/core/record/orders/ledger-order.ts';
import type { AddressState } from '../../../shared/core/record/suppression.ts';
import type { RecordedTouchpoint } from '../../../shared/core/record/touchpoint.ts';
import { zoneOf } from '../../../shared/core/record/zone.ts';
import { explain } from '../../../shared/service/explaining/explain.ts';
import { explainEvent } from '../../../shared/service/explaining/explain-event.ts';
import { ordersAskedOf } from '../../../shared/service/explaining/explain-order.ts';
import { everyoneSheWas } from '../../../shared/service/rights/everyone-she-was.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { engineSettings } from '../../../shared/settings/engine-settings.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import type { DeploymentWith, OpenDeployment } from '../composition.ts';
import { readSentEvent } from './sent-event.ts';
import { sinceOf } from './since.ts';

type Asked = DeploymentWith<
  'customers' | 'beside' | 'touchpoints' | 'orderFacts' | 'control' | 'addresses' | 'keys'
>;

/** An operator may lack the right to the secret that names addresses: the rest is told all the same. */
async function addressOf(
  ports: Asked['ports'],
  email: string | undefined,
): Promise<AddressState | undefined | 'not-read'> {
  if (email === undefined) return undefined;
  try {
    return await ports.addresses.load(addressHash(await ports.keys(), email));
  } catch {
    return 'not-read';
  }
}

/** What an event as it was sent would do to her record now. Nothing is saved. */
export async function whyOfEvent(
  target: DeploymentWith<'customers'> & Pick<OpenDeployment, 'book'>,
  id: string,
  file: string,
): Promise<Report> {
  const sent = readSentEvent(file);
  const [customer, at] = await Promise.all([target.ports.customers.load(id), target.clock.now()]);
  const into = customer?.mergedInto;
  if (into !== undefined) {
    throw new OperatorRefusal(`Customer "${id}" became part of "${into}": ask with that id in the event.`);
  }
  const around = { settings: engineSettings(target.settings), book: target.book(), at };
  const lines = explainEvent(sent, id, customer, around);
  const known = customer ? [] : [`Nothing is known of customer "${id}" yet.`];
  return { lines: [...known, ...lines], data: { customer: id, at: at.toString(), sentences: lines } };
}

/** What the items say of orders that the record no longer has, and that something still runs about. */
async function ordersBeyond(
  { orderFacts }: Asked['ports'],
  customer: Customer,
  by: ToldBy,
): Promise<ReadonlyMap<string, LedgerOrder>> {
  const ids = ordersAskedOf(customer).filter((id) => !ledgerOrder(customer, id));
  const items = await Promise.all(ids.map((id) => orderFacts.load(customer.id, id)));
  return new Map(
    items.flatMap((item) => {
      const state = item && stateOfItem(item, by);
      return state ? [[state.id, state] as const] : [];
    }),
  );
}

/** Also of the ids that became part of this one: what was sent under them is the customer's too. */
async function touchpointsOf(
  ports: Asked['ports'],
  { id, mergedInto }: Customer,
): Promise<readonly RecordedTouchpoint[]> {
  const ids = mergedInto === undefined ? await everyoneSheWas(ports, id) : [id];
  return (await Promise.all(ids.map((one) => ports.touchpoints.list(one)))).flat();
}

export async function why(
  target: Asked & Pick<OpenDeployment, 'book'>,
  id: string,
  since: string | undefined,
): Promise<Report> {
  const { ports } = target;
  const customer = await ports.customers.load(id);
  if (!customer) {
    const asked = id.includes('@')
      ? 'an address is no id: `npm run customer -- who <address>` names the ids that have it'
      : "no event of this customer has come, or the id is another store's";
    throw new OperatorRefusal(`${target.called} has no customer "${id}": ${asked}.`);
  }
  const settings = engineSettings(target.settings);
  const [touchpoints, brakes, address, beyond, at] = await Promise.all([
    touchpointsOf(ports, customer),
    ports.control.read(),
    addressOf(ports, customer.profile.email),
    ordersBeyond(ports, customer, settings),
    target.clock.now(),
  ]);
  const zone = zoneOf(customer, settings);
  const lines = explain(customer, touchpoints, {
    settings,
    book: target.book(),
    at,
    brakes,
    address,
    beyond,
    since: since === undefined ? undefined : sinceOf(since, at, zone),
  });
  return { lines, data: { customer: id, zone, at: at.toString(), sentences: lines } };
}
