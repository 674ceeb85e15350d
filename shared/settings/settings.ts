/** A deployment's settings: one store, one stage. Given in cdk.json's context, handed to the functions as JSON. */
import * as z from 'zod/mini';
import { readMailAddress } from '../core/values/address/mail-address.ts';
import { isTimeZone } from '../core/values/time-zone.ts';
import { InvalidSettings } from './invalid-settings.ts';
import { decisionSettings } from './settings-decisions.ts';
import { settingsDefaults } from './settings-defaults.ts';
import { describeIssue } from './settings-issue.ts';
import { isHostName, wholeNumber } from './settings-parts.ts';
import { warnsFirst, watchingSettings } from './settings-watching.ts';

const name = (what: string) =>
  z
    .string()
    .check(
      z.regex(/^[a-z][a-z0-9-]{0,19}$/, `${what} is 1 to 20 of a-z, 0-9 and "-", beginning with a letter`),
    );
const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const timeZone = z.string().check(z.refine(isTimeZone, 'a time zone is an IANA name such as Asia/Tokyo'));
/** Kept as it is mailed: without a name, and with its domain in punycode. */
const mailAddress = z.string().check(
  z.overwrite((written) => readMailAddress(written) ?? written),
  z.refine((read) => readMailAddress(read) !== undefined, 'give a mail address such as hello@example.com'),
);
const link = (what: string) =>
  z.optional(z.string().check(z.regex(/^https:\/\/[^\s"'<>\\]{1,400}$/, `${what} is a https address`)));

export const settingsSchema = z
  .strictObject({
    store: name('store'),
    stage: name('stage'),
    /** `dry-run`: all happens but the mail. `allow-list`: only the addresses listed get mail. */
    mode: z._default(z.enum(['dry-run', 'allow-list', 'live']), settingsDefaults.mode),
    /** Addresses, or whole domains as "@example.com": a subdomain is another one. */
    allowList: z._default(z.array(text(320)).check(z.maxLength(100)), settingsDefaults.allowList),
    /** The second word that a stage other than `production` needs for `live`. */
    liveOutsideProduction: z._default(z.boolean(), settingsDefaults.liveOutsideProduction),
    /** Each deployment makes a bus of its own: a second one in the same account and region needs another name. */
    busName: z._default(z.string().check(z.regex(/^[A-Za-z0-9._-]{1,256}$/)), settingsDefaults.busName),
    eventSource: z._default(text(256), settingsDefaults.eventSource),
    /** The partner event source that Shopify made in this account and region; it becomes a bus of its own. */
    shopifyEventSource: z.optional(
      z
        .string()
        .check(
          z.maxLength(256),
          z.regex(
            /^aws\.partner\/shopify\.com(\/[A-Za-z0-9._-]+)+$/,
            'shopifyEventSource is a name such as aws.partner/shopify.com/12345678/my-source',
          ),
        ),
    ),
    brand: z.strictObject({
      name: text(80),
      siteUrl: z.string().check(z.regex(/^https?:\/\/[^\s"<>]+$/, 'siteUrl is a http(s) address')),
      /** The wordmark stands where there is no logo. A PNG of 80 px height shows sharp on every screen. */
      logoUrl: z.optional(
        z
          .string()
          .check(z.regex(/^https:\/\/[^\s"'<>\\]{1,400}$/, 'logoUrl is a https address of a picture')),
      ),
      /** What is read out instead of the logo; the name if left out. */
      logoAlt: z.optional(text(80)),
      /** For buttons, rules and links; messages lighten or darken it where text of it could not be read. */
      colour: z.optional(z.string().check(z.regex(/^#[0-9a-f]{6}$/i, 'colour is "#rrggbb"'))),
      /** Tried before the fonts of the reader's system; none is loaded from anywhere. */
      fonts: z.optional(
        z.string().check(z.regex(/^[\p{L}\p{N} ,'_-]{1,200}$/u, 'fonts are names with commas between them')),
      ),
      /** Where else she can follow the store; messages leave out what is not given. */
      lineUrl: link('lineUrl'),
      instagramUrl: link('instagramUrl'),
      xUrl: link('xUrl'),
    }),
    /** The address in From; its domain is the SES identity. */
    sender: mailAddress,
    senderName: text(80),
    replyTo: z.optional(mailAddress),
    legalName: text(120),
    postalAddress: text(240),
    /** A mail address, telephone number or page where a recipient can ask. */
    inquiryContact: text(240),
    /** Host name of the public links; the HTTP API's own where none is given. */
    linkDomain: z.optional(
      z.string().check(z.regex(/^[a-z0-9.-]+(:\d+)?$/i, 'linkDomain is a host name without https://')),
    ),
    /**
     * A certificate for `linkDomain` in the stack's own region: the HTTP API then answers there itself, and a CNAME
     * points at it. Without one the operator leads the domain to the API, by a CDN of her own for example.
     */
    linkCertificateArn: z.optional(
      z
        .string()
        .check(
          z.regex(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/\S+$/, 'give the ARN of a certificate'),
        ),
    ),
    /** Further hosts that a link told by events may lead to, each with its subdomains. The store's own are allowed anyway. */
    linkHosts: z._default(
      z
        .array(
          z
            .string()
            .check(
              z.maxLength(253),
              isHostName('linkHosts are host names such as track.example.com, without https://'),
            ),
        )
        .check(z.maxLength(100)),
      settingsDefaults.linkHosts,
    ),
    market: z._default(
      z.string().check(z.regex(/^[A-Z]{2}$/, 'market is an ISO 3166 country such as JP')),
      settingsDefaults.market,
    ),
    timeZone: z._default(timeZone, settingsDefaults.timeZone),
    locale: z._default(z.enum(['ja', 'en']), settingsDefaults.locale),
    transitDays: z._default(z.record(z.string(), wholeNumber(0, 60)), settingsDefaults.transitDays),
    /** SES's rate for this stack, mails a second. */
    sendRate: z._default(z.number().check(z.gt(0), z.lte(10_000)), settingsDefaults.sendRate),
    laneShares: z._default(
      z.strictObject({ transactional: z.number().check(z.gt(0)), marketing: z.number().check(z.gt(0)) }),
      settingsDefaults.laneShares,
    ),
    /** Of the order mail lane's rate, so much for the mail that asks who signed up: the rest waits without holding up any other. */
    confirmShare: z._default(z.number().check(z.gt(0), z.lte(1)), settingsDefaults.confirmShare),
    /** Workers for each lane; enough for the whole rate unless given. Lambda's event source takes 2 to 1,000. */
    laneConcurrency: z.optional(
      z.strictObject({ transactional: wholeNumber(2, 1000), marketing: wholeNumber(2, 1000) }),
    ),
    /** Megabytes of records that an hourly round of the sweep reads at most; the next goes on where it stood. */
    sweepPages: z._default(wholeNumber(1, 10_000), settingsDefaults.sweepPages),
    /** Hours after which order mail that provably never went is tried once more by itself; a record remembers it for 14 days. */
    resendUnknownAfter: z._default(
      z.union([wholeNumber(2, 312), z.literal('never')]),
      settingsDefaults.resendUnknownAfter,
    ),
    alarmMail: z.optional(mailAddress),
    /** Has SES report every delivery, to be counted: nothing else asks for it. */
    deliveryEvents: z._default(z.boolean(), settingsDefaults.deliveryEvents),
    /**
     * `create` makes the SES identity of the sender's domain; `existing` uses the one that is there, for example
     * that of another deployment in the same account and region.
     */
    identity: z._default(z.enum(['create', 'existing']), settingsDefaults.identity),
    /**
     * The envelope's domain, where bounces come back to: one of its own below the sender's, which receives no other mail.
     * "bounces." before the sender's domain unless given.
     */
    mailFromDomain: z.optional(z.string().check(isHostName('mailFromDomain is a host name'))),
    /** So many sign-ups an hour the open form takes, by whomever; each may cost a record, a proof and a mail that asks. */
    signUpsPerHour: z._default(wholeNumber(1, 100_000), settingsDefaults.signUpsPerHour),
    ...watchingSettings,
    ...decisionSettings,
    /** Its list of claims that no message may make (`shared/programs/claims`), asked by `npm run scenario -- check`. */
    trade: z._default(z.enum(['general', 'cosmetics', 'supplements']), settingsDefaults.trade),
    /** Claims the store forbids its messages besides. */
    forbiddenClaims: z._default(z.array(text(100)).check(z.maxLength(200)), settingsDefaults.forbiddenClaims),
    archiveDays: z._default(wholeNumber(1, 3650), settingsDefaults.archiveDays),
    touchpointDays: z._default(wholeNumber(30, 3650), settingsDefaults.touchpointDays),
    logDays: z._default(z.enum(['7', '14', '30', '90', '180', '365']), settingsDefaults.logDays),
  })
  .check(
    z.refine((s) => Math.abs(s.laneShares.transactional + s.laneShares.marketing - 1) < 1e-9, {
      error: 'the two shares add up to 1',
      path: ['laneShares'],
    }),
    z.refine((s) => s.mode !== 'live' || s.stage === 'production' || s.liveOutsideProduction, {
      error: 'live mail from a stage other than production also needs "liveOutsideProduction": true',
      path: ['mode'],
    }),
    z.refine((s) => s.mode !== 'allow-list' || s.allowList.length > 0, {
      error: 'mode "allow-list" needs at least one address or "@domain"',
      path: ['allowList'],
    }),
    z.refine(({ breaker }) => [breaker, breaker.unconfirmed, breaker.transactional].every(warnsFirst), {
      error: 'warn no later than you pause',
      path: ['breaker'],
    }),
    z.refine((s) => s.linkCertificateArn === undefined || s.linkDomain !== undefined, {
      error: 'a certificate is for a domain: also give linkDomain',
      path: ['linkCertificateArn'],
    }),
    z.refine((s) => Object.hasOwn(s.transitDays, s.market) || Object.hasOwn(s.transitDays, 'other'), {
      error: 'give the days for your market, or "other"',
      path: ['transitDays'],
    }),
  );

export type Settings = z.infer<typeof settingsSchema>;

/** Checks settings and fills in the defaults. Throws {@link InvalidSettings}. */
export function parseSettings(input: unknown): Settings {
  const result = settingsSchema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${describeIssue(issue)}`);
  throw new InvalidSettings(`These settings under "tsunagu" in cdk.json need a change:\n${lines.join('\n')}`);
}
