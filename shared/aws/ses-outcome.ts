/**
 * What became of a mail when SES's client threw. The rule: `not-sent` only where it is certain, all else `unknown`.
 * Sources: the SES v2 API model; "Errors related to the sending quotas" in the SES Developer Guide.
 */
import type { NotSent, SendOutcome } from '../core/record/mail.ts';

interface Thrown {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const throttling = /^(TooManyRequests|Throttl|LimitExceeded|RequestLimitExceeded)/;
const credentials =
  /^(AccessDenied|UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken|ExpiredToken|OptInRequired|CredentialsProviderError|TokenProviderError)/;
/** What stops all mail of this deployment until the operator does something. */
const operators = /^(AccountSuspended|SendingPaused|NotFound)/;
/** The connection was never made, so nothing can have been sent. A reset or a broken pipe is not among them. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * Maps what the SES client threw. Two decisions that no error name settles: a connection that never came about is told
 * as `throttled`, because trying again soon is right; a lack of permission, of credentials or of the configuration set as
 * `sending-paused`, because it is no fault of this one mail: all wait, visibly and unburnt, until the operator mends it.
 */
export function outcomeOf(error: unknown): SendOutcome {
  const because = notSent(error as Thrown);
  return because === undefined ? { kind: 'unknown', detail: answerOf(error) } : { kind: 'not-sent', because };
}

/** The error's name and status: what may be logged of it. */
export function answerOf(error: unknown): string {
  const { name, code, $metadata } = (error ?? {}) as Thrown;
  return [name ?? 'no error', code, $metadata?.httpStatusCode].filter((part) => part !== undefined).join(' ');
}

function notSent(error: Thrown): NotSent | undefined {
  const { name = '', code = '', message = '' } = error ?? {};
  const status = error?.$metadata?.httpStatusCode;
  if (status === undefined) return withoutAnswer(name, code, message);
  if (status < 400 || status >= 500 || status === 408) return undefined;
  if (throttling.test(name) || status === 429) return /daily/i.test(message) ? 'daily-quota' : 'throttled';
  if (operators.test(name)) return 'sending-paused';
  if (name === 'MailFromDomainNotVerifiedException' || /not verified/i.test(message)) return 'not-verified';
  if (name === 'MessageRejected') return 'rejected';
  if (credentials.test(name) || status === 401 || status === 403) return 'sending-paused';
  return 'bad-request';
}

function withoutAnswer(name: string, code: string, message: string): NotSent | undefined {
  if (credentials.test(name)) return 'sending-paused';
  // The SDK has no code for a connection that was not made in time, only this sentence.
  const tooSlowToConnect = name === 'TimeoutError' && /did not establish a connection/.test(message);
  return neverConnected.has(code) || tooSlowToConnect ? 'throttled' : undefined;
}
