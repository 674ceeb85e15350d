import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forcedScheme } from '../../../../infra/author/preview/forced-scheme.ts';
import { startPreview } from '../../../../infra/author/preview/preview-server.ts';
import { catalogue } from '../../../../shared/library.ts';

let server: Server;
let url = '';
beforeAll(async () => {
  server = await startPreview(0);
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
const get = async (path: string) => {
  const response = await fetch(`${url}${path}`);
  return { status: response.status, headers: response.headers, body: await response.text() };
};

test('the preview lists every message, and shows one in three widths', async () => {
  const { body } = await get('/');
  for (const template of Object.keys(catalogue))
    expect(body).toContain(`template=${encodeURIComponent(template)}`);
  expect(body.match(/<iframe /g)).toHaveLength(3);
  expect((await get('/?width=600')).body.match(/<iframe /g)).toHaveLength(1);
});

test('the preview shows the mail as it is sent, in either language', async () => {
  expect((await get('/mail?template=order-thanks%2Fthanks&locale=ja')).body).toContain('見本 花子 様');
  expect((await get('/mail?template=order-thanks%2Fthanks&locale=en')).body).toContain('Hello Hana Example,');
});

test('the preview shows the text part and the headers of a marketing mail', async () => {
  const { body } = await get('/?template=after-purchase%2Fcontinue&part=headers');
  expect(body).toMatch(/<dt>List-Unsubscribe<\/dt><dd>&lt;https:/);
  const text = await get('/?template=after-purchase%2Fcontinue&part=text&locale=en');
  expect(text.body).toContain('Unsubscribe from these mails: https://');
});

test('hostile names stay text in the preview, in every part', async () => {
  for (const part of ['html', 'text', 'headers']) {
    const { body, headers } = await get(`/?part=${part}&sample=hostile&template="><script>`);
    expect(body).not.toMatch(/<script|<img/);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  }
});

test('a choice nobody offers shows the first, and an unknown page is not found', async () => {
  expect((await get('/?locale=fr&width=9999&template=none')).status).toBe(200);
  expect((await get('/other')).status).toBe(404);
});

test('dark and light are answered in place of the browser', () => {
  const html = '<head><style>@media (prefers-color-scheme: dark) { p { color: #fff } }</style></head>';
  expect(forcedScheme(html, 'dark')).toContain('@media all {');
  expect(forcedScheme(html, 'light')).toContain('@media not all {');
});
