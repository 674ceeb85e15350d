/** Whose message it is, where its body tells: lane messages, storefront events and SES events all do. */
import { customerOf as customerOfTag } from '../mail/mail-tags.ts';
import type { QueueMessage } from '../queues/queue.ts';

interface Body {
  readonly customer?: unknown;
  readonly detail?: {
    readonly customer?: { readonly id?: unknown };
    readonly mail?: { readonly tags?: { readonly customer?: readonly unknown[] } };
  };
}

const known = new WeakMap<QueueMessage, { customer: string | undefined }>();

function read(text: string): string | undefined {
  try {
    const body = JSON.parse(text) as Body | null;
    if (typeof body?.customer === 'string') return body.customer;
    const id = body?.detail?.customer?.id;
    if (typeof id === 'string') return id;
    const tag = body?.detail?.mail?.tags?.customer?.[0];
    return typeof tag === 'string' ? customerOfTag(tag) : undefined;
  } catch {
    return undefined;
  }
}

/** The id of the customer, or undefined. */
export function customerOf(message: QueueMessage): string | undefined {
  let found = known.get(message);
  if (!found) {
    found = { customer: read(message.body) };
    known.set(message, found);
  }
  return found.customer;
}
