/** A thank-you and its second try, played: who counts the mails is the mail service, and what it took without saying so counts too. */

import type { Scenario } from '../../shared/core/language/scenario.ts';
import { noBrakes } from '../../shared/core/record/brakes.ts';
import type { Mail } from '../../shared/core/record/mail.ts';
import type { Scripted } from '../../shared/memory/memory-mailer.ts';
import { loadTouchpoints, takeFeedback } from '../../shared/service/feedback/feedback.ts';
import { parseSesEvent } from '../../shared/service/feedback/ses-events.ts';
import { eraseCustomer } from '../../shared/service/rights/erase-customer.ts';
import { giveBackUnknown } from '../../shared/service/sending/give-back.ts';
import { sesEnvelope } from './mail-service-events.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from './store-in-memory.ts';

const start = '2026-03-02T03:30:00Z';

/** The customer of `c-1`, and the same under an id of before. */
export const known = { id: 'c-1', email: 'hana@example.com', timeZone: 'Asia/Tokyo' };
export const old = { ...known, id: 'c-old' };

export class SecondTry {
  /** What the mail service took without saying so. */
  readonly taken: Mail[] = [];
  readonly store: StoreInMemory;
  touchpoint = '';

  constructor(scenarios: readonly Scenario[]) {
    this.store = storeInMemory({ startAt: start, scenarios });
  }

  /** The next calls are not answered; the mail went with `took`, or did not. */
  silent(...went: readonly ('took' | 'lost')[]): void {
    const script = went.map(
      (one): Scripted =>
        async (mail) => {
          this.touchpoint = mail.tags.touchpoint ?? '';
          if (one === 'took') this.taken.push(mail);
          return { kind: 'unknown', detail: 'timeout' };
        },
    );
    this.store.world.mailer.next(...script);
  }

  /** Thanks that reached the mail service, by the mail service. */
  went(): number {
    const all = [...this.taken, ...this.store.world.mailer.mails];
    return all.filter(({ tags }) => tags.scenario === 'order-thanks').length;
  }

  now = () => this.store.world.clock.now();

  async order(customer?: object): Promise<void> {
    const detail = orderDetail('o-1', this.now().toString(), customer && { customer });
    await this.store.put(this.store.event('OrderPlaced', detail));
    await this.store.pass({ minutes: 1 });
  }

  async cancel(customer?: object): Promise<void> {
    const detail = orderDetail('o-1', this.now().toString(), customer && { customer });
    await this.store.put(this.store.event('OrderCancelled', { ...detail, eventId: 'cancelled' }));
  }

  /** The mail service tells of the first mail that it took. */
  async told(kind = 'Email Sent'): Promise<void> {
    const [mail] = this.taken;
    if (!mail) throw new Error('nothing was taken');
    const event = parseSesEvent(sesEnvelope(kind, { ...mail, messageId: 'm-taken', at: this.now() }));
    if (!event) throw new Error('no event');
    await takeFeedback(this.store.engine, event, await loadTouchpoints(this.store.engine, [event]));
  }

  giveBack = (customer = 'c-1') => giveBackUnknown(this.store.engine, { customer, id: this.touchpoint });
  resolve = (customer = 'c-1') =>
    this.store.handle('transactional', { kind: 'resolve', customer, touchpoint: this.touchpoint });
  erase = (id = 'c-1') => eraseCustomer(this.store.engine, id, { at: this.now(), by: 'bus' });
  pause = (all: boolean) => this.store.world.control.write({ paused: { ...noBrakes.paused, all } });

  async register(): Promise<void> {
    await this.store.put(this.store.event('CustomerRegistered', { occurredAt: start, customer: known }));
  }

  async merge(): Promise<void> {
    const merge = { from: 'c-old', to: 'c-1' };
    const detail = { eventId: 'm', occurredAt: this.now().toString(), customer: { id: 'c-1' }, merge };
    await this.store.put(this.store.event('CustomerMerged', detail));
  }

  async outcome(): Promise<readonly string[]> {
    const lists = await Promise.all(['c-1', 'c-old'].map((id) => this.store.touchpoints(id)));
    return lists
      .flat()
      .filter(({ scenario }) => scenario === 'order-thanks')
      .map(({ customer, state }) => `${customer} ${state}`);
  }
}
