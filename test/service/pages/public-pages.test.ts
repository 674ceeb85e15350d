import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openBook } from '../../../shared/core/language/scenario-book.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { handlePublicRequest, type PublicRequest } from '../../../shared/service/pages/public-pages.ts';
import type { PagePorts } from '../../../shared/service/pages/visit.ts';
import { signLink } from '../../../shared/service/rendering/link-token.ts';
import { type Engine, engineOf } from '../../../shared/service/saving/engine.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { exampleSettings } from '../../support/store-in-memory.ts';
import { linkKeys, linkWorld } from './link-world.ts';

const settings = parseSettings({
  ...exampleSettings,
  brand: { name: 'Tea & <Leaf>', siteUrl: 'https://shop.example.com' },
  inquiryContact: 'ask@example.com',
});
const hana = {
  ...newCustomer('mori', 'c-secret-7'),
  version: 1,
  profile: { email: 'hana@example.com', name: 'Hana' },
};
const token = (locale?: string) => signLink(linkKeys, { purpose: 'unsubscribe', customer: hana.id, locale });

async function ask(request: Partial<PublicRequest>, world = linkWorld(hana)) {
  const engine = engineOf(world, openBook([], {}), settings) as unknown as Engine<PagePorts>;
  const response = await handlePublicRequest(engine, {
    method: 'GET',
    path: `/u/${token('ja')}`,
    headers: {},
    ...request,
  });
  return { world, response };
}

test('a GET shows a form that posts to its own address, and changes nothing', async () => {
  const { world, response } = await ask({});
  expect(response.statusCode).toBe(200);
  expect(response.body).toContain('<form method="post">');
  expect(response.body).toContain('配信を停止する');
  expect(response.body).not.toMatch(/<script|action=|https?:/);
  expect(response.body).toMatch(/<a href="\/p\/[\w.-]+">/);
  expect(world.calls).toEqual([]);
  expect(world.stored.get(hana.id)).toBe(hana);
});

test('a HEAD changes nothing and has no body', async () => {
  const { world, response } = await ask({ method: 'HEAD' });
  expect([response.statusCode, response.body, world.calls]).toEqual([200, '', []]);
});

const posts: [string, string | undefined][] = [
  ['the one-click body of RFC 8058', 'List-Unsubscribe=One-Click'],
  ['the same in base64', Buffer.from('List-Unsubscribe=One-Click').toString('base64')],
  [
    'a multipart body',
    '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--',
  ],
  ['no body', undefined],
];
test.each(posts)('a POST with %s unsubscribes and answers 200 by itself', async (_, body) => {
  const { world, response } = await ask({ method: 'POST', body });
  expect(response.statusCode).toBe(200);
  expect(response.body).toContain('配信を停止しました');
  expect(response.headers).not.toHaveProperty('location');
  expect(response.headers).not.toHaveProperty('set-cookie');
  expect(world.stored.get(hana.id)?.consent.all?.is).toBe('denied');
});

test('a POST done twice does no harm', async () => {
  const { world } = await ask({ method: 'POST' });
  const { response } = await ask({ method: 'POST' }, world);
  expect(response.statusCode).toBe(200);
  expect(world.stored.get(hana.id)?.version).toBe(2);
});

test('a POST for a customer nobody knows any more is answered politely', async () => {
  const { world, response } = await ask({ method: 'POST' }, linkWorld());
  expect([response.statusCode, world.calls]).toEqual([200, []]);
});

test.each(['GET', 'POST'])(
  'a wrong token on %s gets 400, changes nothing and tells nothing',
  async (method) => {
    const { world, response } = await ask({ method, path: `/u/${token()}x` });
    expect(response.statusCode).toBe(400);
    expect(world.calls).toEqual([]);
    expect(response.body).not.toMatch(/hana|secret|token|signature|<form/i);
  },
);

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is not allowed and changes nothing', async (method) => {
  const { world, response } = await ask({ method });
  expect(response).toMatchObject({ statusCode: 405, headers: { allow: 'GET, HEAD, POST' } });
  expect(world.calls).toEqual([]);
});

test.each(['/', '/u/', '/u', '/u/a/b', '/admin', `/U/${token()}`])('there is no page at %s', async (path) => {
  expect((await ask({ path, method: 'POST' })).response.statusCode).toBe(404);
});

test('what could not be saved is never acknowledged', async () => {
  for (const broken of ['load', 'save', 'suppress', 'evidence'] as const) {
    const world = linkWorld(hana);
    world.broken = broken;
    const { response } = await ask({ method: 'POST' }, world);
    expect(response).toMatchObject({ statusCode: 503, headers: { 'retry-after': '60' } });
    expect(world.logged.join()).not.toMatch(/hana|c-secret|away/);
    expect(world.logged).toHaveLength(1);
  }
});

test('the language is that of the mail, then of the browser, then of the store', async () => {
  const english = { 'Accept-Language': 'fr-CH, ja;q=0.5, en-GB;q=0.9, *;q=0.1' };
  const language = async (locale: string | undefined, headers: Record<string, string>) =>
    (await ask({ path: `/u/${token(locale)}`, headers })).response.headers['content-language'];
  expect(await language('ja', english)).toBe('ja');
  expect(await language(undefined, english)).toBe('en');
  expect(await language('fr', { 'accept-language': 'de, en;q=0' })).toBe('ja');
  expect(await language('en', {})).toBe('en');
});

test('the pages let nothing run, load, frame, index or leak', async () => {
  const { response } = await ask({});
  const style = /<style>([\s\S]*)<\/style>/.exec(response.body)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(response.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
});

const silent = linkWorld(hana);
silent.broken = 'save';
test.each([
  ['a page that shows', 200, {}],
  ['a page that has acted', 200, { method: 'POST' }],
  ['a HEAD', 200, { method: 'HEAD' }],
  ['a wrong token', 400, { path: `/u/${token()}x` }],
  ['no page', 404, { path: '/' }],
  ['a method nobody asked for', 405, { method: 'DELETE' }],
  ['a page that failed', 503, { method: 'POST' }],
] as const)(
  '%s is answered by https alone for a year: the browser is told so',
  async (_, status, request) => {
    const { response } = await ask(request, status === 503 ? silent : linkWorld(hana));
    expect(response.statusCode).toBe(status);
    // RFC 6797: one year, in seconds.
    expect(response.headers['strict-transport-security']).toBe('max-age=31536000');
  },
);

test('the pages name no one, and escape what the settings say', async () => {
  const { response } = await ask({});
  expect(response.body).not.toMatch(/hana|c-secret/i);
  expect(response.body).toContain('<header>Tea &amp; &lt;Leaf&gt;</header>');
  expect(response.body).toContain('<html lang="ja">');
});
