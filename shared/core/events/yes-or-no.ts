/** Yes and no as shops and forms write them; undefined for what says neither for certain. */
const words: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', '1', 'on', 'はい', '有'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', '0', 'off', 'いいえ', '無'].map((word) => [word, false] as const),
]);

export const yesOrNo = (told: string): boolean | undefined =>
  words.get(told.normalize('NFKC').trim().toLowerCase());
