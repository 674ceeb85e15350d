/** Tokens of public links: who may do what, signed. `base64url(JSON).base64url(HMAC-SHA256)`, no address inside. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import type { Keys } from '../world.ts';

/** What a link is for. A token made for one purpose opens nothing else. */
export type LinkPurpose = 'unsubscribe' | 'preferences' | 'survey';

export interface LinkClaims {
  readonly purpose: LinkPurpose;
  readonly customer: string;
  /** The language of the mail the link stood in, for the page it opens. */
  readonly locale?: string | undefined;
  /** Of a survey's link: which survey, in which version, and which touchpoint asked. */
  readonly survey?:
    | { readonly id: string; readonly version: number; readonly touchpoint: string }
    | undefined;
}

/** As long as a token of the longest customer id gets (128 characters, each escaped in JSON). */
export const maxToken = 1600;

const payloadSchema = z.strictObject({
  k: z.string().check(z.minLength(1), z.maxLength(64)),
  p: z.string(),
  c: z.string().check(z.minLength(1), z.maxLength(128)),
  l: z.optional(z.string().check(z.maxLength(35))),
  s: z.optional(z.tuple([z.string().check(z.maxLength(64)), z.number(), z.string().check(z.maxLength(64))])),
});

/** Thrown where there is no key to sign with. */
export class NoLinkKey extends Error {
  override readonly name = 'NoLinkKey';
  readonly code = 'NO_LINK_KEY';
}

/** Signs with the first key. The token is at most {@link maxToken} characters of `[A-Za-z0-9_.-]`. */
export function signLink(keys: Pick<Keys, 'links'>, claims: LinkClaims): string {
  const [key] = keys.links;
  if (!key) throw new NoLinkKey('There is no key for public links: put "k1" into the secret.');
  const { purpose, customer, locale, survey } = claims;
  const s = survey && [survey.id, survey.version, survey.touchpoint];
  const payload = { k: key.id, p: purpose, c: customer, l: locale, s };
  const body = Buffer.from(JSON.stringify(payload), 'utf8').toString('base64url');
  return `${body}.${mac(key.secret, body)}`;
}

/**
 * The claims of a token that one of our keys signed for this purpose; undefined for any other, without a hint why.
 * Tokens do not expire: a mail may be read years later, and its opt-out must still work.
 */
export function verifyLink(
  keys: Pick<Keys, 'links'>,
  token: string,
  purpose: LinkPurpose,
): LinkClaims | undefined {
  if (token.length > maxToken) return undefined;
  const [body, signature, ...rest] = token.split('.');
  if (!body || !signature || rest.length > 0) return undefined;
  const payload = read(body);
  const key = payload && keys.links.find((candidate) => candidate.id === payload.k);
  if (!key || !sameText(signature, mac(key.secret, body)) || payload.p !== purpose) return undefined;
  const [id, version, touchpoint] = payload.s ?? [];
  const isOfSurvey = id !== undefined && version !== undefined && touchpoint !== undefined;
  const survey = isOfSurvey ? { id, version, touchpoint } : undefined;
  return { purpose, customer: payload.c, locale: payload.l, ...(survey ? { survey } : {}) };
}

function mac(secret: string, body: string): string {
  return createHmac('sha256', secret).update(`tsunagu link ${body}`).digest('base64url');
}

/** Compares in a time that tells nothing of where two texts differ. */
function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function read(body: string): z.infer<typeof payloadSchema> | undefined {
  try {
    return payloadSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
