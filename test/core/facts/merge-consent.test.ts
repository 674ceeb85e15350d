/** Consent of two records that become one: a merge never undoes a refusal. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { mergedConsent } from '../../../shared/core/facts/merge-consent.ts';
import type { Consent, ConsentState } from '../../../shared/core/record/customer.ts';

const day = (n: number) => Temporal.Instant.from(`2026-01-0${n}T00:00:00Z`);
const granted = (n: number, source = 'storefront'): ConsentState => ({ is: 'granted', at: day(n), source });
const denied = (n: number, source = 'one-click'): ConsentState => ({ is: 'denied', at: day(n), source });
const herself = (consent: Consent, email?: string) => ({ consent, profile: { email } });
const merged = (to: Consent, from: Consent) => mergedConsent(herself(to), herself(from));
const both = (to: Consent, from: Consent) => [merged(to, from), merged(from, to)];

test('a topic that was granted before either record refused everything is refused', () => {
  for (const consent of both({ all: denied(5) }, { all: granted(2), tips: granted(3) }))
    expect(consent).toEqual({ all: denied(5), tips: denied(5) });
  for (const consent of both({ all: denied(5), tips: denied(5) }, { all: granted(7), news: granted(3) }))
    expect(consent).toEqual({ all: granted(7), tips: denied(5), news: denied(5) });
});

test('a topic that she granted herself after she had refused everything is granted', () => {
  for (const consent of both({ all: denied(5) }, { tips: granted(7) }))
    expect(consent).toEqual({ all: denied(5), tips: granted(7) });
});

test.each(['accepts-marketing', 'import', 'import:old-shop'])(
  'a grant by %s never beats a refusal in words, however late it is',
  (source) => {
    for (const consent of both({ all: denied(5) }, { all: granted(7, source), tips: granted(8, source) }))
      expect(consent).toEqual({ all: denied(5), tips: denied(5) });
  },
);

test('a tick after a box that was left empty grants, and an empty box after a refusal leaves it standing', () => {
  for (const consent of both({ all: denied(2, 'not-accepted') }, { all: granted(3, 'accepts-marketing') }))
    expect(consent).toEqual({ all: granted(3, 'accepts-marketing') });
  for (const consent of both({ all: denied(2) }, { all: denied(3, 'not-accepted') }))
    expect(consent).toEqual({ all: { ...denied(2), at: day(3) } });
});

test('what was granted for another address covers no mail to the one that stays, and what was refused still holds', () => {
  const old = herself({ tips: granted(7), news: denied(6), 'line:all': granted(4) }, 'old@example.com');
  expect(mergedConsent(herself({ news: granted(3) }, 'new@example.com'), old)).toEqual({
    news: denied(6),
    'line:all': granted(4),
  });
  expect(mergedConsent(herself({}, 'OLD@example.com'), old).tips).toEqual(granted(7));
  expect(mergedConsent(herself({}), old).tips).toEqual(granted(7));
});

test('a refusal of one channel leaves the other alone', () => {
  for (const consent of both({ 'line:all': denied(5) }, { 'line:tips': granted(3), tips: granted(3) }))
    expect(consent).toEqual({ 'line:all': denied(5), 'line:tips': denied(5), tips: granted(3) });
});
