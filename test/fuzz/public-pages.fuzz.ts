/** Requests of anyone to the public links: a page of ours comes back, and only a genuine POST changes anything. */
import fc from 'fast-check';
import { parseEvent } from '../../shared/core/event-schema.ts';
import { ingest } from '../../shared/service/ingest.ts';
import { signLink } from '../../shared/service/link-token.ts';
import { page } from '../../shared/service/pages.ts';
import { handlePublicRequest, type PublicRequest } from '../../shared/service/public-pages.ts';
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
const { world, settings } = (({ world, engine }) => ({ world, settings: engine.settings }))(fuzzStore());
const keys = await world.keys();
const genuine = signLink(keys, { purpose: 'unsubscribe', customer: 'c-1', locale: 'en' });
const ofNobody = signLink(keys, { purpose: 'unsubscribe', customer: 'c-2' });

const names = ['ask', 'done', 'wrongLink', 'notFound', 'wrongMethod'] as const;
const ours = new Set(
  names.flatMap((name) => (['ja', 'en'] as const).map((locale) => page(name, 200, settings, locale).body)),
);

const path = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(`/u/${genuine}`, `/u/${genuine}/`, `/u/${ofNobody}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('/', '/u/', '//u//', `/u/${'a'.repeat(100_000)}`, `/u/${'/'.repeat(50_000)}`),
  },
  { weight: 1, arbitrary: fc.nat(200).map((end) => `/u/${genuine.slice(0, end)}`) },
  { weight: 2, arbitrary: hostileText.map((text) => `/u/${text}`) },
  { weight: 1, arbitrary: hostileText.map((text) => `/u/${genuine}${text}`) },
  { weight: 1, arbitrary: hostileText },
);
const method = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('GET', 'POST', 'HEAD', 'post') },
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
const requests = fc.record({
  method,
  path,
  headers,
  rawQueryString: hostileText,
  body: fc.option(fc.oneof(hostileText, fc.constant('List-Unsubscribe=One-Click')), { nil: undefined }),
  isBase64Encoded: fc.boolean(),
});

async function check(request: PublicRequest): Promise<Taken> {
  const { world, engine, mustTellNobody } = fuzzStore();
  if (placed) await ingest(engine, 'c-1', [placed]);
  const before = JSON.stringify(world.records.stored('c-1'));
  const { statusCode, headers, body } = await handlePublicRequest(engine.world, engine.settings, request);
  must([200, 400, 404, 405].includes(statusCode), `a request was answered with ${statusCode}`);
  must(body === '' || ours.has(body), 'a page holds what is not ours');
  for (const [name, value] of Object.entries(headers)) {
    must(/^[a-z-]+$/.test(name) && /^[\x20-\x7e]+$/.test(value), `the header ${name} is malformed`);
  }
  const acts = request.method.toUpperCase() === 'POST' && statusCode === 200;
  const theHers = [`/u/${genuine}`, `/u/${genuine}/`].includes(request.path);
  const changed = JSON.stringify(world.records.stored('c-1')) !== before;
  must(
    changed === (acts && theHers),
    changed ? 'a request changed what it may not' : 'an opt-out was not saved',
  );
  must(world.records.ids().join() === 'c-1', 'a request made a record');
  mustTellNobody();
  return statusCode === 200 ? 'accepted' : 'refused';
}

export const publicPages = target('public-pages', requests, check);
