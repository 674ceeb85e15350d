/** Reads along what the workers ask: what the product itself declares unknown, and what really was. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { FaultKind } from './fault-table.ts';

type Put = { readonly Item?: Readonly<Record<string, AttributeValue>> };
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
    if (!body.includes('"resent"')) return;
    for (const { M: send } of (parsed(body) as Put).Item?.sends?.L ?? []) {
      if (send?.state?.S === 'resent' && send.touch?.S !== undefined) this.sentOnceMore.add(send.touch.S);
    }
  }

  /** A fault was dealt. */
  faulted(service: string, kind: FaultKind, body: Buffer): void {
    if (service !== 'ses' || body.length === 0 || clear.has(kind)) return;
    const tag = (parsed(body) as Mail).EmailTags?.find(({ Name }) => Name === 'touchpoint');
    if (tag) this.unclear.add(tag.Value);
  }
}
