import { expect, test } from 'vitest';
import type { Campaign } from '../../shared/ports/templates.ts';
import type { UnderContract } from './worlds.ts';

const words = { subject: '春の新茶', preheader: '', paragraphs: ['{{ a }} "b" <c>', '🍵'] };
const week: Campaign = {
  id: 'week-10',
  digest: 'd'.repeat(20),
  words: { ja: words, en: { ...words, button: 'See', url: 'https://shop.example.com/' } },
  at: '2026-03-20T01:00:00Z',
  expiresAt: '2026-03-27T01:00:00Z',
};

export function campaignsKeepTheirContract(world: () => UnderContract) {
  test('a campaign comes back as it was put, and who put it sees a change at once', async () => {
    const { campaigns } = world();
    expect(await campaigns.load('week-10')).toBeUndefined();
    await campaigns.put(week);
    expect(await campaigns.load('week-10')).toEqual(week);
    const approved = { ...week, approved: { by: 'yuki', at: '2026-03-19T01:00:00Z' } };
    await campaigns.put(approved);
    expect(await campaigns.load('week-10')).toEqual(approved);
    expect(await campaigns.load('week-11')).toBeUndefined();
  });
}
