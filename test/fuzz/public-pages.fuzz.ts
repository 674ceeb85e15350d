/** Requests of anyone to the public links: a page of ours comes back, and only a genuine POST changes anything. */
import fc from 'fast-check';
import { parseEvent } from '../../shared/core/events/event-schema.ts';
import { ingest } from '../../shared/service/intake/ingest.ts';
import { handlePublicRequest, type PublicRequest } from '../../shared/service/pages/public-pages.ts';
import { signLink } from '../../shared/service/rendering/link-token.ts';
import { addressMark } from '../../shared/service/saving/address-hash.ts';
import { orderDetail } from '../support/store-in-memory.ts';
import { fuzzStore, now } from './fuzz-store.ts';
import { hostileText } from './hostile.ts';
import { planted } from './planted.ts';
import { must, type Taken, target } from './target.ts';

const placed = parseEvent(
  'OrderPlaced',
  orderDetail('o-1', '2026-11-22T00:30:00Z', {
    customer: { id: 'c-1', email: planted.email, acceptsMarketing: true },
  }),
  now,
);
const keys = await fuzzStore().world.keys();
const purposes = {
  u: 'unsubscribe',
  p: 'preferences',
  s: 'survey',
  b: 'booking',
  c: 'confirm',
} as const;
const rooms = ['u', 'p', 's', 'b', 'c'] as const;
const linkTo = (room: (typeof rooms)[number], customer: string) =>
  `/${room}/${signLink(keys, {
    purpose: purposes[room],
    customer,
    locale: 'en',
    survey: { id: 'early', version: 1, touchpoint: 't-1' },
    about: room === 'b' ? 'b-1' : addressMark(keys, planted.email),
  })}`;
const hers = rooms.map((room) => linkTo(room, 'c-1'));
const [genuine = ''] = hers;

const path = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...hers, `${genuine}/`, '/join', linkTo('u', 'c-2')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('/', '/u/', '//u//', `/u/${'a'.repeat(100_000)}`, `/u/${'/'.repeat(50_000)}`),
  },
  { weight: 1, arbitrary: fc.nat(200).map((end) => genuine.slice(0, end)) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...rooms), hostileText).map(([room, text]) => `/${room}/${text}`),
  },
  { weight: 1, arbitrary: hostileText.map((text) => `${genuine}${text}`) },
  { weight: 1, arbitrary: hostileText },
);
const method = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('GET', 'POST', 'POST', 'HEAD', 'post') },
  {
    weight: 1,
    arbitrary: fc.oneof(fc.constantFrom('PUT', 'DELETE', 'OPTIONS', '__proto__', ''), hostileText),
  },
);
const language = fc.oneof(
  fc.constantFrom('ja', 'en;q=0.1, ja;q=0.9', 'en;q=1.2.3,ja;q=NaN', 'q='.repeat(3000), ','.repeat(9000)),
  hostileText,
);
const headers = fc.dictionary(
  fc.constantFrom('accept-language', 'Accept-Language', 'cookie', 'content-type', '__proto__', 'x'),
  fc.oneof(language, fc.constant(undefined)),
  { maxKeys: 4, noNullPrototype: true },
);
const field = fc.constantFrom(
  ...['save', 'had', 'topic', 'often', 'was', 'pause', 'locale', 'birthday', 'interests', 'do', 'confirm'],
  ...['impression', 'wish', 'hope', 'email', 'name', 'source', 'website', '__proto__', 'lang', 'a', 'from'],
);
const value = fc.oneof(
  fc.constantFrom(
    'preferences',
    'nothing',
    'tips',
    'weekly',
    'pause',
    '30',
    'en',
    'cancel',
    'yes',
    'calm',
    '',
  ),
  fc.constantFrom('yuki@example.com', '1990-04-30', 'x'.repeat(17_000), '<script>alert(1)</script>'),
  hostileText,
);
const form = fc
  .array(fc.tuple(field, value), { maxLength: 8 })
  .map((fields) => new URLSearchParams(fields).toString());
const requests = fc.record({
  method,
  path,
  headers,
  rawQueryString: fc.oneof(form, hostileText),
  body: fc.option(fc.oneof(form, form, hostileText, fc.constant('List-Unsubscribe=One-Click')), {
    nil: undefined,
  }),
  isBase64Encoded: fc.boolean(),
});

async function check(asked: PublicRequest): Promise<Taken> {
  const { world, engine, mustTellNobody } = fuzzStore();
  if (placed) await ingest(engine, 'c-1', [placed]);
  const before = JSON.stringify(world.records.stored('c-1'));
  const request = encoded(asked);
  const { statusCode, headers, body } = await handlePublicRequest(engine, request);
  must([200, 400, 404, 405, 410, 413, 422].includes(statusCode), `a request was answered with ${statusCode}`);
  mustBeOurs(body, isHerOwnWord(asked));
  for (const [name, text] of Object.entries(headers)) {
    must(/^[a-z-]+$/.test(name) && /^[\x20-\x7e]+$/.test(text), `the header ${name} is malformed`);
    must(name !== 'location' && name !== 'set-cookie', 'a page sends her elsewhere, or marks her');
  }
  const acts = request.method.toUpperCase() === 'POST';
  const isHers = [...hers, `${genuine}/`].includes(request.path);
  const changed = JSON.stringify(world.records.stored('c-1')) !== before;
  must(!changed || (acts && isHers), 'a request changed what it may not');
  const isOptOut = acts && (request.path === genuine || request.path === `${genuine}/`);
  must(!isOptOut || changed, 'an opt-out was not saved');
  const others = world.records.ids().filter((id) => id !== 'c-1');
  must(others.length === 0 || (acts && request.path === '/join'), 'a request made a record');
  mustTellNobody();
  return statusCode === 200 ? 'accepted' : 'refused';
}

/** As the HTTP API hands it on: half of the bodies in base64. */
function encoded(request: PublicRequest): PublicRequest {
  const { body, isBase64Encoded } = request;
  return body && isBase64Encoded ? { ...request, body: Buffer.from(body).toString('base64') } : request;
}

/** A form is shown again with what was typed into it: whoever types her address tells it themselves. */
function isHerOwnWord({ path, rawQueryString, body = '' }: PublicRequest): boolean {
  const typed = [rawQueryString, body].flatMap((text) => [...new URLSearchParams(text).values()]);
  return path === '/join' && typed.some((text) => text.includes(planted.email));
}

/** Nothing that was sent in may become markup, and nothing of hers may stand there but by her own word. */
function mustBeOurs(body: string, isTyped: boolean): void {
  if (body === '') return;
  must(body.startsWith('<!doctype html>\n<html lang="'), 'the answer is no page of ours');
  must(body.length < 50_000, 'a page is too big');
  const tags = new Set([...body.matchAll(/<\/?([^\s>]+)/g)].map(([, name]) => name));
  const odd = [...tags].find((tag) => !known.has(tag ?? ''));
  must(odd === undefined, `a page holds a tag that is not ours: ${odd}`);
  must(isTyped || !body.includes(planted.email), 'a page tells her address');
  must(
    (body.match(/ on\w+=/g) ?? []).length === 0 || !/<[^>]* on\w+=/.test(unquoted(body)),
    'a page would run',
  );
}

const unquoted = (body: string) => body.replaceAll(/"[^"]*"/g, '""');

const known = new Set(
  '!doctype html head meta title style body header main footer h1 p a br form input button fieldset legend div label span small select option textarea dl dt dd'.split(
    ' ',
  ),
);

export const publicPages = target('public-pages', requests, check);
