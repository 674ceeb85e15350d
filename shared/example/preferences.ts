/** What a customer may choose on her own page: what she likes to hear about, and what matters to her when she buys. */
import type { Choice } from '../core/language/survey.ts';

/** Kept as `customer.attributes.interests`, a list of ids. Ids stay, words may change. */
export const interests = [
  { id: 'tea', label: { ja: 'お茶', en: 'Tea' } },
  { id: 'honey', label: { ja: 'はちみつ', en: 'Honey' } },
  { id: 'herbs', label: { ja: 'ハーブと野草', en: 'Herbs' } },
  { id: 'recipes', label: { ja: '料理とお菓子', en: 'Cooking and baking' } },
  { id: 'presents', label: { ja: '贈り物', en: 'Presents' } },
] as const satisfies readonly Choice[];

/** Kept as `customer.attributes.values`, a list of ids. */
export const values = [
  { id: 'origin', label: { ja: '産地や原料がはっきりしていること', en: 'To know where it comes from' } },
  { id: 'taste', label: { ja: 'おいしさ', en: 'Taste' } },
  { id: 'price', label: { ja: '続けやすい値段', en: 'A price I can keep up' } },
  { id: 'craft', label: { ja: '作り手の手仕事', en: 'The work of its makers' } },
  { id: 'nature', label: { ja: '自然や環境へのやさしさ', en: 'Care for nature' } },
] as const satisfies readonly Choice[];
