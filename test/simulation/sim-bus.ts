/** The event bus with its rule and its archive; and the storefront that puts an event again when the bus lost it. */
import { replayName } from '../../shared/service/intake/replay-name.ts';
import type { Dealer } from './faults.ts';
import type { Kernel } from './kernel.ts';

/** What a store puts on the bus: an event of hers, of its goods, or a command. */
export interface BusAct {
  readonly name: string;
  readonly detail: { readonly eventId: string };
}

interface Archived {
  readonly at_ms: number;
  readonly body: string;
}

const second_ms = 1000;
const hour_ms = 3_600_000;

export class SimBus {
  /** The ids of all events that were put. */
  readonly put = new Set<string>();
  readonly #archive: Archived[] = [];
  readonly #kernel: Kernel;
  readonly #dealer: Dealer;
  readonly #toIntake: (body: string) => void;
  #made = 0;

  constructor(kernel: Kernel, dealer: Dealer, toIntake: (body: string) => void) {
    this.#kernel = kernel;
    this.#dealer = dealer;
    this.#toIntake = toIntake;
  }

  /** What the storefront does at an act's moment. */
  take(act: BusAct): void {
    this.put.add(act.detail.eventId);
    const lost = this.#dealer.strikes('event-lost-once');
    const again_ms = lost ? this.#dealer.source('event-lost-once').int(second_ms, hour_ms) : 0;
    this.#kernel.after(again_ms + this.#delay_ms(), `event ${act.name} ${act.detail.eventId}`, () =>
      this.#deliver(act),
    );
    if (!this.#dealer.strikes('event-twice')) return;
    const copy_ms = this.#dealer.source('event-twice').int(0, 48 * hour_ms);
    this.#kernel.after(copy_ms, `event ${act.detail.eventId} twice`, () => this.#deliver(act));
  }

  /** Everything of the span comes again in no exact order: for its facts alone, to be sent, or put by hand as new. */
  replay(from_ms: number, to_ms: number): void {
    const source = this.#dealer.source('archive-replay');
    const name = source.pick([
      replayName('sim', 'test', 'facts', this.#kernel.now),
      replayName('sim', 'test', 'send', this.#kernel.now),
      undefined,
    ]);
    for (const { at_ms, body } of this.#archive) {
      if (at_ms < from_ms || at_ms >= to_ms) continue;
      this.#kernel.after(source.int(0, hour_ms), 'event replayed', () =>
        this.#toIntake(
          name === undefined ? body : JSON.stringify({ ...JSON.parse(body), 'replay-name': name }),
        ),
      );
    }
  }

  #deliver({ name, detail }: BusAct): void {
    const body = JSON.stringify({
      version: '0',
      id: `e-${++this.#made}`,
      'detail-type': name,
      source: 'storefront',
      account: '000000000000',
      time: this.#kernel.now.toString({ smallestUnit: 'second' }),
      region: 'us-east-1',
      resources: [],
      detail,
    });
    this.#archive.push({ at_ms: this.#kernel.now_ms, body });
    this.#toIntake(body);
  }

  #delay_ms(): number {
    if (this.#dealer.strikes('event-late'))
      return this.#dealer.source('event-late').int(hour_ms, 120 * hour_ms);
    if (!this.#dealer.strikes('event-out-of-order')) return 0;
    return this.#dealer.source('event-out-of-order').int(0, 10 * 60 * second_ms);
  }
}
