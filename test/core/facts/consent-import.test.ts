/** An import is no newer word of hers: it lifts no refusal and no suppression, in whichever order the two are told. */
import { expect, test } from 'vitest';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { withConsent } from '../../../shared/core/facts/consent-facts.ts';
import { isSuppressed } from '../../../shared/core/facts/consent-question.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { at, event } from '../../support/events.ts';

type Said = { readonly granted: boolean; readonly source?: string; readonly topics?: string[] };
const said = (when: string, consent: Said) => event('ConsentChanged', `2026-03-0${when} 12:00`, { consent });
const consentAfter = (...events: StoreEvent[]) =>
  events.reduce((her, one) => withConsent(her, one, { market: 'JP' }).customer, newCustomer('mori', 'c-1'))
    .consent;

const listed = said('9', { granted: true, source: 'import:old-shop' });

test('a refusal stands against an import of a later date, of everything and of a topic', () => {
  const refused = said('5', { granted: false });
  const noTips = said('5', { granted: false, topics: ['tips'] });
  const tipsListed = said('9', { granted: true, source: 'import', topics: ['tips'] });
  for (const events of [
    [refused, listed],
    [listed, refused],
  ])
    expect(consentAfter(...events).all?.is).toBe('denied');
  for (const events of [
    [noTips, listed],
    [listed, noTips],
  ])
    expect(consentAfter(...events)).toMatchObject({ all: { is: 'granted' }, tips: { is: 'denied' } });
  expect(consentAfter(refused, tipsListed)).toMatchObject({ all: { is: 'denied' } });
  expect(consentAfter(refused, tipsListed).tips?.is).not.toBe('granted');
  expect(consentAfter(tipsListed, refused)).toMatchObject({ all: { is: 'denied' }, tips: { is: 'denied' } });
});

test('an import fills a gap, and her own later word counts', () => {
  expect(consentAfter(listed).all).toMatchObject({ is: 'granted', source: 'import:old-shop' });
  const again = said('7', { granted: true });
  for (const events of [
    [said('5', { granted: false }), again, listed],
    [listed, again, said('5', { granted: false })],
  ])
    expect(consentAfter(...events).all).toMatchObject({ is: 'granted', source: 'storefront' });
});

test('an import lifts neither an unsubscribe of the address nor an erasure; her own word lifts both', () => {
  const when = at('2026-03-05 12:00');
  const word = (source: string) => ({ is: 'granted', at: at('2026-03-09 12:00'), source }) as const;
  const left = { key: 'k', marketing: { because: 'unsubscribed', at: when } } as const;
  const erased = { key: 'k', erased: { because: 'erased', at: when } } as const;
  const stopped = (address: typeof left | typeof erased, source: string) =>
    isSuppressed(address, 'marketing', word(source));
  expect(['import', 'import:x', 'accepts-marketing', 'storefront'].map((one) => stopped(left, one))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(
    ['import', 'import:x', 'accepts-marketing', 'storefront'].map((one) => stopped(erased, one)),
  ).toEqual([true, true, false, false]);
  expect(isSuppressed({ ...left, ...erased }, 'marketing', word('accepts-marketing'))).toBe(true);
});
