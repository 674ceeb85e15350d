/** The difference of two shares with its interval of 95 % (Newcombe 1998, method 10): also of few and of none it is what it says. */
export interface PartOfAll {
  readonly of: number;
  readonly all: number;
}

export interface Difference {
  readonly is: number;
  readonly from: number;
  readonly to: number;
}

const z = 1.959963984540054;

/** Undefined where there is nobody on one of the sides. */
export function differenceOf(one: PartOfAll, other: PartOfAll): Difference | undefined {
  if (one.all === 0 || other.all === 0) return undefined;
  const [p, q] = [one.of / one.all, other.of / other.all];
  const [a, b] = [wilson(one), wilson(other)];
  return {
    is: p - q,
    from: p - q - Math.hypot(p - a.from, b.to - q),
    to: p - q + Math.hypot(a.to - p, q - b.from),
  };
}

function wilson({ of, all }: PartOfAll): Pick<Difference, 'from' | 'to'> {
  const middle = of + z ** 2 / 2;
  const spread = z * Math.sqrt((of * (all - of)) / all + z ** 2 / 4);
  return { from: (middle - spread) / (all + z ** 2), to: (middle + spread) / (all + z ** 2) };
}
