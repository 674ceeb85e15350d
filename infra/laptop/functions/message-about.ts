/** What a message is about, where its body tells: lane messages, storefront events and SES events all do. */
import { taggedCustomerOf as customerOfTag } from '../mail/mail-tags.ts';
import type { QueueMessage } from '../queues/queue.ts';

interface Body {
  readonly kind?: unknown;
  readonly customer?: unknown;
  readonly 'detail-type'?: unknown;
  readonly detail?: {
    readonly customer?: { readonly id?: unknown };
    readonly mail?: { readonly tags?: { readonly customer?: readonly unknown[] } };
  };
}

interface About {
  readonly customer: string | undefined;
  /** It tells no more than that a mail went its way: only who asks what became of one need wait for it. */
  readonly isMailFeedback: boolean;
  /** It asks what became of a mail. */
  readonly asksOfMail: boolean;
}

const ofMailOnly: readonly unknown[] = ['Email Sent', 'Email Delivered'];

const nothing: About = { customer: undefined, isMailFeedback: false, asksOfMail: false };

const known = new WeakMap<QueueMessage, About>();

function customerIn(body: Body): string | undefined {
  if (typeof body.customer === 'string') return body.customer;
  const id = body.detail?.customer?.id;
  if (typeof id === 'string') return id;
  const tag = body.detail?.mail?.tags?.customer?.[0];
  return typeof tag === 'string' ? customerOfTag(tag) : undefined;
}

function read(text: string): About {
  try {
    const body = JSON.parse(text) as Body | null;
    if (body === null) return nothing;
    return {
      customer: customerIn(body),
      isMailFeedback: ofMailOnly.includes(body['detail-type']),
      asksOfMail: body.kind === 'resolve',
    };
  } catch {
    return nothing;
  }
}

function aboutOf(message: QueueMessage): About {
  const about = known.get(message) ?? read(message.body);
  known.set(message, about);
  return about;
}

/** True for what only whoever asks what became of a mail need wait for. */
export const isMailFeedback = (message: QueueMessage) => aboutOf(message).isMailFeedback;

/** The id of the customer, or undefined. */
export const messageCustomerOf = (message: QueueMessage) => aboutOf(message).customer;

/** True where the later one of a customer's messages can be handled only after the earlier. */
export function mustFollow(later: QueueMessage, earlier: QueueMessage): boolean {
  if (!isMailFeedback(earlier)) return true;
  // One that comes back looks whether its mail has gone.
  return aboutOf(later).asksOfMail || later.receives > 0;
}
