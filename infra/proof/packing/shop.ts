/** An invented store: what it sells, and how it names things. Each has its own, so that none of them is learnt by heart. */
import { type Dice, diceOf } from './dice.ts';

interface Goods {
  readonly productId: string;
  readonly name: string;
  readonly category: string;
  readonly unitPrice: number;
  readonly supplyDays?: number;
}

export interface InventedShop {
  readonly site: string;
  readonly goods: readonly [Goods, ...Goods[]];
  /** How exactly its clock tells: whole seconds, or milliseconds. */
  readonly clock_ms: number;
  /** A new id of a kind, in the store's form. */
  idOf(kind: string, dice: Dice): string;
  /** A word of the store's language. */
  wordOf(dice: Dice): string;
}

const syllables = ['ka', 'mo', 'ri', 'so', 'ta', 'ne', 'hu', 'wi', 'lo', 'zen', 'bar', 'qui'] as const;
const signs = ['花', '茶', '油', '香', '水', '木', '白', '月', '石', '実', '豆', '布'] as const;

/** The same name always makes the same store. */
export function shopOf(seed: string): InventedShop {
  const own = diceOf('shop', seed);
  const parts = own.pick([syllables, syllables, signs]);
  const wordOf = (dice: Dice) => Array.from({ length: dice.int(2, 4) }, () => dice.pick(parts)).join('');
  const form = own.pick(['short', 'long', 'named']);
  const shown_letters = own.pick([1, 3]);
  const used = new Map<string, number>();
  const idOf = (kind: string, dice: Dice) => {
    const nth = (used.get(kind) ?? own.int(1, 900)) + dice.int(1, 9);
    used.set(kind, nth);
    if (form === 'long') return String(5_000_000_000_000 + nth * 32_768 + dice.int(0, 32_767));
    return form === 'short' ? String(1000 + nth) : `${kind.slice(0, shown_letters)}-${nth}`;
  };
  const categories = Array.from({ length: 5 }, () => wordOf(own));
  const goods = Array.from({ length: 80 }, () => ({
    productId: idOf('product', own),
    name: `${wordOf(own)} ${wordOf(own)}`,
    category: categories[own.int(0, 4)] ?? '',
    unitPrice: own.int(5, 90) * 100,
    ...(own.chance(0.5) && { supplyDays: own.pick([14, 30, 60]) }),
  })) as [Goods, ...Goods[]];
  return {
    site: `https://${own.pick(syllables)}.example.com`,
    goods,
    clock_ms: own.pick([1, 1000, 1000]),
    idOf,
    wordOf,
  };
}
