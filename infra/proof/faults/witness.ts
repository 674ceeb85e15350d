/** Reads along what the workers ask: what the product itself declares unknown, and what really was. */
import type { TableItem } from '../../laptop/table/asked.ts';
import { recordOfItem } from '../../laptop/table/record-of-item.ts';
import type { FaultKind } from './fault-table.ts';

type Put = { readonly Item?: TableItem };
type Send = { readonly touch?: string; readonly state?: string };
type Mail = { readonly EmailTags?: readonly { readonly Name: string; readonly Value: string }[] };

/** After these the worker knows what became of its request. */
const clear: ReadonlySet<FaultKind> = new Set(['delay', 'throttle']);

const parsed = (body: Buffer) => JSON.parse(body.toString('utf8')) as unknown;

export class Witness {
  /** Ids of touchpoints that were claimed a second time, by a save before the second mail. */
  readonly sentOnceMore = new Set<string>();
  /** Ids of touchpoints whose mail was asked for, and the worker could not learn whether it went. */
  readonly unclear = new Set<string>();

  /** A request was done. */
  done(service: string, operation: string, body: Buffer, status: number): void {
    if (service !== 'dynamodb' || operation !== 'PutItem' || status !== 200) return;
    const item = (parsed(body) as Put).Item;
    if (item?.doc === undefined) return;
    const { sends } = recordOfItem(item);
    for (const { state, touch } of (sends ?? []) as readonly Send[]) {
      if (state === 'resent' && touch !== undefined) this.sentOnceMore.add(touch);
    }
  }

  /** A fault was dealt. */
  faulted(service: string, kind: FaultKind, body: Buffer): void {
    if (service !== 'ses' || body.length === 0 || clear.has(kind)) return;
    const tag = (parsed(body) as Mail).EmailTags?.find(({ Name }) => Name === 'touchpoint');
    if (tag) this.unclear.add(tag.Value);
  }
}
