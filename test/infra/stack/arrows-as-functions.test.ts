/** Our own arrows are functions in a bundle, and say the same. */
import { expect, test } from 'vitest';
import { withoutArrows } from '../../../infra/stack/functions/arrows-as-functions.ts';

const said = async (source: string) => {
  const code = await withoutArrows(`${source}\nresult = say();`, 'a.ts');
  expect(code).not.toContain('=>');
  return new Function(`let result; ${code}; return result;`)() as unknown;
};

test.each([
  ['const say = (): number => [1, 2].map((one) => one + 1).reduce((sum, one) => sum + one);', 5],
  ['const say = ({ a = 3 }: { a?: number } = {}) => ({ a });', { a: 3 }],
  [
    'class Lane { rate = 2; of = [1]; all() { return this.of.map((one) => one * this.rate); } }\nconst say = () => new Lane().all();',
    [2],
  ],
  ['function say() { return [0].map((nth) => arguments.length + nth)[0]; }', 0],
  [
    'class Failed extends Error { override readonly name = "Failed"; }\nconst say = () => new Failed("x").name;',
    'Failed',
  ],
])('%s', async (source, expected) => {
  expect(await said(source)).toEqual(expected);
});

test('a field whose arrow says "this" is refused, since it would lose it', async () => {
  const source = 'class Lane { rate = 2; twice = () => this.rate * 2; }';
  await expect(withoutArrows(source, 'lane.ts')).rejects.toThrow(/lane\.ts .* make it a method/);
});
