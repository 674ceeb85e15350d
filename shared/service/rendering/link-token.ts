/** Tokens of public links: who may do what, signed. `base64url(JSON).base64url(HMAC-SHA256)`, no address inside. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { onFirstUse } from '../../core/values/on-first-use.ts';
import type { Keys } from '../../ports/keys.ts';

/** What a link is for. A token made for one purpose opens nothing else. */
export type LinkPurpose = 'unsubscribe' | 'preferences' | 'survey' | 'booking' | 'confirm' | 'referral';

export interface LinkClaims {
  readonly purpose: LinkPurpose;
  readonly customer: string;
  /** The language of the mail the link stood in, for the page it opens. */
  readonly locale?: string | undefined;
  /** Of a survey's link: which survey, in which version, and which touchpoint asked. */
  readonly survey?:
    | { readonly id: string; readonly version: number; readonly touchpoint: string }
    | undefined;
  /** What else it is about: a booking's id; of unsubscribe, preferences and confirm the mark of the address mailed. */
  readonly about?: string | undefined;
  /** From when it opens nothing any more, in whole seconds. An unsubscribe link has none, ever. */
  readonly expiresAt?: Temporal.Instant | undefined;
}

/** What a token turned out to be. Of one that has expired the language is told, for the page that says so. */
export type OpenedLink =
  | { readonly is: 'good'; readonly claims: LinkClaims }
  | { readonly is: 'expired'; readonly locale: string | undefined }
  | { readonly is: 'wrong' };

/** As long as a token of the longest ids gets (twice 128 characters, each escaped in JSON). */
export const maxToken = 2600;

/** Only who opens a link asks for it; the sender signs them. */
const payloadSchema = /* @__PURE__ */ onFirstUse(() =>
  z.strictObject({
    k: z.string().check(z.minLength(1), z.maxLength(64)),
    p: z.string(),
    c: z.string().check(z.minLength(1), z.maxLength(128)),
    l: z.optional(z.string().check(z.maxLength(35))),
    s: z.optional(
      z.tuple([z.string().check(z.maxLength(64)), z.number(), z.string().check(z.maxLength(64))]),
    ),
    i: z.optional(z.string().check(z.maxLength(128))),
    x: z.optional(z.number().check(z.gte(0), z.lte(8.64e12))),
  }),
);

/** Thrown where there is no key to sign with. */
class NoLinkKey extends Error {
  override readonly name = 'NoLinkKey';
  readonly code = 'NO_LINK_KEY';
}

/** Signs with the first key. The token is at most {@link maxToken} characters of `[A-Za-z0-9_.-]`. */
export function signLink(keys: Pick<Keys, 'links'>, claims: LinkClaims): string {
  const [key] = keys.links;
  if (!key) throw new NoLinkKey('There is no key for public links: put "k1" into the secret.');
  const { purpose, customer, locale, survey, about, expiresAt } = claims;
  const s = survey && [survey.id, survey.version, survey.touchpoint];
  const x =
    expiresAt && purpose !== 'unsubscribe' ? Math.floor(expiresAt.epochMilliseconds / 1000) : undefined;
  const payload = { k: key.id, p: purpose, c: customer, l: locale, s, i: about, x };
  const body = Buffer.from(JSON.stringify(payload), 'utf8').toString('base64url');
  return `${body}.${mac(key.secret, body)}`;
}

/**
 * What a token opens: its claims where one of our keys, a retired one too, signed them for this purpose, and it has
 * not expired. Anything else is `wrong`, without a hint why. An unsubscribe link never expires: a mail may be read
 * years later, and its opt-out must still work.
 */
export function openLink(
  keys: Pick<Keys, 'links'>,
  token: string,
  purpose: LinkPurpose,
  now: Temporal.Instant,
): OpenedLink {
  const payload = token.length > maxToken ? undefined : signedPayload(keys, token);
  if (payload?.p !== purpose) return { is: 'wrong' };
  const { x, l: locale } = payload;
  const expires_s = purpose === 'unsubscribe' ? undefined : x;
  if (expires_s !== undefined && expires_s * 1000 <= now.epochMilliseconds) return { is: 'expired', locale };
  return { is: 'good', claims: claimsOf(payload, purpose, expires_s) };
}

/** The claims of a token that opens without regard to the time; undefined for any other, and for one that may expire. */
export function verifyLink(
  keys: Pick<Keys, 'links'>,
  token: string,
  purpose: LinkPurpose,
): LinkClaims | undefined {
  const opened = openLink(keys, token, purpose, farAhead);
  return opened.is === 'good' ? opened.claims : undefined;
}

/** After every expiry there can be. */
const farAhead = Temporal.Instant.fromEpochMilliseconds(8.64e15);

type Payload = z.infer<ReturnType<typeof payloadSchema>>;

function signedPayload(keys: Pick<Keys, 'links'>, token: string): Payload | undefined {
  const [body, signature, ...rest] = token.split('.');
  if (!body || !signature || rest.length > 0) return undefined;
  const payload = read(body);
  const key = payload && keys.links.find((candidate) => candidate.id === payload.k);
  return key && sameText(signature, mac(key.secret, body)) ? payload : undefined;
}

function claimsOf({ c, l, s, i }: Payload, purpose: LinkPurpose, expires_s: number | undefined): LinkClaims {
  const [id, version, touchpoint] = s ?? [];
  const isOfSurvey = id !== undefined && version !== undefined && touchpoint !== undefined;
  return {
    purpose,
    customer: c,
    locale: l,
    ...(isOfSurvey ? { survey: { id, version, touchpoint } } : {}),
    ...(i === undefined ? {} : { about: i }),
    ...(expires_s === undefined
      ? {}
      : { expiresAt: Temporal.Instant.fromEpochMilliseconds(expires_s * 1000) }),
  };
}

function mac(secret: string, body: string): string {
  return createHmac('sha256', secret).update(`tsunagu link ${body}`).digest('base64url');
}

/** Compares in a time that tells nothing of where two texts differ. */
function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function read(body: string): Payload | undefined {
  try {
    return payloadSchema().safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
