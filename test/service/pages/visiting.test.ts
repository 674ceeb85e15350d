import { expect, test } from 'vitest';
import { handlePublicRequest } from '../../../shared/service/pages/public-pages.ts';
import type { LinkClaims } from '../../../shared/service/rendering/link-token.ts';
import { hana, visitor } from './visitor.ts';

const survey = { id: 'early', version: 1, touchpoint: 't-1' };
const pages: [room: string, claims: Pick<LinkClaims, 'purpose'> & Partial<LinkClaims>, acts: string][] = [
  ['u', { purpose: 'unsubscribe' }, 'List-Unsubscribe=One-Click'],
  ['p', { purpose: 'preferences' }, 'save=nothing'],
  ['p', { purpose: 'preferences' }, 'save=preferences&had=tips&often=weekly&locale=en'],
  ['s', { purpose: 'survey', survey }, 'wish=calm'],
  ['b', { purpose: 'booking', about: 'b-7' }, 'do=cancel'],
  ['b', { purpose: 'booking', about: 'b-7' }, 'do=confirm'],
  ['c', { purpose: 'confirm' }, 'confirm=yes'],
];

async function reader() {
  const her = visitor({ doubleOptIn: 'all' });
  await her.register({ acceptsMarketing: true });
  await her.later(1);
  const all = async () => ({
    records: her.world.records.ids().map((id) => her.stored(id)),
    told: her.world.bus.published.length,
    proofs: await her.world.evidence.list(hana.id),
    mails: her.world.mailer.mails.length,
  });
  const request = (method: string, path: string, text: string) =>
    handlePublicRequest(her.engine, { method, path, headers: {}, rawQueryString: text, body: text });
  return { ...her, all, request };
}

test.each(pages)(
  'a look at /%s changes nothing, whatever it carries; the same as a post does (%j, %s)',
  async (room, claims, acts) => {
    const her = await reader();
    const path = await her.link(room, claims);
    const before = await her.all();
    for (const method of ['GET', 'HEAD', 'head', 'OPTIONS', 'PUT']) {
      const { statusCode } = await her.request(method, path, acts);
      expect(statusCode).toBe(/head|get/i.test(method) ? 200 : 405);
      expect(await her.all()).toEqual(before);
    }
    expect((await her.request('POST', path, acts)).statusCode).toBe(200);
    expect(await her.all()).not.toEqual(before);
  },
);

test('a look at the sign-up page signs up nobody, whatever it carries', async () => {
  const her = await reader();
  const before = await her.all();
  for (const method of ['GET', 'HEAD']) await her.request(method, '/join', 'email=yuki@example.com');
  expect(await her.all()).toEqual(before);
});

test('a link to one page opens no other, and tells nothing', async () => {
  const her = await reader();
  for (const [room, claims] of pages) {
    for (const other of ['u', 'p', 's', 'b', 'c'].filter((one) => one !== room)) {
      const path = await her.link(other, claims);
      for (const method of ['GET', 'POST']) {
        const { statusCode, body } = await her.request(method, path, 'save=nothing&do=cancel&confirm=yes');
        expect(statusCode).toBe(400);
        expect(body).not.toMatch(/hana|c-1|token|<form/i);
      }
    }
  }
});
