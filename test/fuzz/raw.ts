/** JSON as text: what no data can say, such as a key twice, an end in the middle, or ninety thousand brackets. */
import fc from 'fast-check';
import { hostileKey, hostileText } from './hostile.ts';

interface Cut {
  readonly at: number;
  readonly kind: 'truncate' | 'insert' | 'key-first' | 'key-last' | 'surround';
  readonly key: string;
  readonly text: string;
}

const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.nat(100_000),
  kind: fc.constantFrom('truncate', 'insert', 'key-first', 'key-first', 'key-last', 'key-last', 'surround'),
  key: hostileKey,
  text: hostileText,
});

/** The texts of `data`; one in four is cut up further, one in twenty was never JSON. */
export function jsonText(data: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const plain = data.map((one) => writtenOut(JSON.stringify(one) ?? ''));
  return fc.oneof(
    { weight: 15, arbitrary: plain },
    {
      weight: 4,
      arbitrary: fc
        .tuple(plain, fc.array(cut, { minLength: 1, maxLength: 3 }))
        .map(([text, cuts]) => cuts.reduce(applied, text)),
    },
    {
      weight: 1,
      arbitrary: fc.oneof(
        hostileText,
        fc.json(),
        fc.constantFrom('', '{', 'nul', '\ufeff{}', '[]', '{"a":1,}'),
      ),
    },
  );
}

function applied(text: string, { at, kind, key, text: other }: Cut): string {
  const pair = `${JSON.stringify(key)}:${JSON.stringify(other)}`;
  const nth = (mark: string) => {
    const places = [...text.matchAll(new RegExp(mark, 'g'))].map((found) => found.index);
    return places.length === 0 ? 0 : (places[at % places.length] ?? 0);
  };
  const spliced = (index: number, piece: string) => text.slice(0, index) + piece + text.slice(index);
  switch (kind) {
    case 'truncate':
      return text.slice(0, at % (text.length + 1));
    case 'insert':
      return spliced(at % (text.length + 1), other.slice(0, 4));
    case 'key-first':
      return spliced(nth('\\{') + 1, `${pair},`);
    case 'key-last':
      return spliced(nth('\\}'), `,${pair}`);
    case 'surround':
      return `${' '.repeat(at % 50)}[${text}]`;
  }
}

/** Puts what a mark such as `@@deep:100@@` stands for in its place. */
function writtenOut(text: string): string {
  return text.replace(/"@@(deep|maps|list|long|number):([^":@]+)(?::([^"@]))?@@"/g, (_, kind, size, unit) => {
    const times = Number(size);
    if (kind === 'deep') return '['.repeat(times) + ']'.repeat(times);
    if (kind === 'maps') return `${'{"a":'.repeat(times)}1${'}'.repeat(times)}`;
    if (kind === 'list') return `[${Array.from({ length: times }, () => '{"productId":"p"}').join()}]`;
    if (kind === 'long') return `"${unit.repeat(times)}"`;
    return size;
  });
}
