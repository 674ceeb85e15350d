/** A customer's browser at a store in memory: follows links, reads forms, and posts what she fills in. */
import { Temporal } from 'temporal-polyfill';
import { handlePublicRequest } from '../../../shared/service/pages/public-pages.ts';
import { type LinkClaims, signLink } from '../../../shared/service/rendering/link-token.ts';
import { addressMark } from '../../../shared/service/saving/address-hash.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';

const startAt = '2026-03-02T03:00:00Z';

export const hana = {
  id: 'c-1',
  email: 'hana@example.com',
  name: 'Hana',
  locale: 'ja',
  timeZone: 'Asia/Tokyo',
};

export function visitor(settings: Partial<Record<keyof Settings, unknown>> = {}) {
  const store = storeInMemory({ startAt, settings });
  const { world, engine } = store;
  const request = async (
    method: string,
    address: string,
    fields: readonly (readonly [string, string])[] = [],
  ) => {
    const [path = '', rawQueryString = ''] = address.split('?');
    const body = new URLSearchParams(
      fields.map(([name, value]): [string, string] => [name, value]),
    ).toString();
    const sent =
      method === 'POST' ? { body: Buffer.from(body).toString('base64'), isBase64Encoded: true } : {};
    return handlePublicRequest(engine, { method, path, rawQueryString, headers: {}, ...sent });
  };
  return {
    ...store,
    request,
    get: (address: string) => request('GET', address),
    post: (address: string, fields: readonly (readonly [string, string])[]) =>
      request('POST', address, fields),
    /** Posts the form that stands there, the nth of the page, with what she changes in it. */
    async fill(address: string, change: Record<string, string | readonly string[]> = {}, nth = 0) {
      const { body } = await request('GET', address);
      const kept = fieldsOf(body, nth).filter(([name]) => !(name in change));
      const hers = Object.entries(change).flatMap(([name, value]) =>
        [value].flat().map((one) => [name, one] as [string, string]),
      );
      return request('POST', address, [...kept, ...hers]);
    },
    async link(room: string, claims: Partial<LinkClaims> & Pick<LinkClaims, 'purpose'>) {
      const keys = await world.keys();
      const about = addressMark(keys, hana.email);
      return `/${room}/${signLink(keys, { customer: hana.id, locale: 'ja', about, ...claims })}`;
    },
    async register(more: Record<string, unknown> = {}) {
      const detail = {
        eventId: 'e-1',
        occurredAt: world.clock.now().toString(),
        customer: { ...hana, ...more },
      };
      await store.put(store.event('CustomerUpdated', detail));
    },
    stored: (id = hana.id) => JSON.stringify(world.records.stored(id)),
    person: () => world.customers.load(hana.id),
    later: (hours: number) => store.pass(world.clock.now().add(Temporal.Duration.from({ hours })).toString()),
  };
}

/** What a browser would send if she pressed the button at once. */
function fieldsOf(page: string, nth: number): [string, string][] {
  const form = page.split('<form').slice(1)[nth]?.split('</form>')[0] ?? '';
  const value = (tag: string) => /value="([^"]*)"/.exec(tag)?.[1] ?? '';
  const name = (tag: string) => /name="([^"]*)"/.exec(tag)?.[1] ?? '';
  const inputs = [...form.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="(radio|checkbox)"/.test(tag) || / checked/.test(tag));
  const selects = [...form.matchAll(/<select name="([^"]*)">(.*?)<\/select>/gs)].map(
    ([, select = '', options = '']): [string, string] => [
      select,
      value(/<option[^>]* selected>/.exec(options)?.[0] ?? options),
    ],
  );
  return [...inputs.map((tag): [string, string] => [name(tag), value(tag)]), ...selects];
}
