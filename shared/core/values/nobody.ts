/** Ids that stand for nobody: what systems write where they know no customer. Under each of them many would be one. */

/** In small narrow letters, without what encloses them. */
const nobodys: ReadonlySet<string> = new Set([
  ...['', '-', 'null', 'undefined', 'nan', 'nil', 'none', 'n/a', 'false', 'true', 'infinity', '-infinity'],
  ...[
    'object',
    'guest',
    'guest user',
    'anon',
    'anonymous',
    'anonymous user',
    'unknown',
    'unknown user',
    'nobody',
  ],
  ...['no id', 'not set', 'not logged in'],
  ...[
    'ゲスト',
    'ゲスト様',
    'ゲストユーザー',
    '匿名',
    '不明',
    '非会員',
    '未登録',
    '未ログイン',
    '名無し',
    'なし',
  ],
  // What a spreadsheet has where it has no value.
  ...['#n/a', '#ref!', '#value!', '#name?', '#null!', '#num!', '#div/0!', '#error!', '#spill!'],
  // The nil UUID and the one of ones (RFC 9562, 5.9 and 5.10).
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
]);

/** A zero, or a number below: `0`, `000`, `0.0`, `-1`. No shop counts its customers so. */
const noNumber = /^(?:[+]?0+(?:\.0+)?|-\d+(?:\.\d+)?)$/;

/** A template that nobody filled in: `{{ customer.id }}`, `${id}`, `<%= id %>`, `*|ID|*`, `%%id%%`, `[[id]]`. */
const unfilled = /^(?:\{\{|\$\{|<%|\*\||%%|\[\[)/;

/** Without what does not matter: width, case, what cannot be seen, quotes and brackets around it. */
const bare = (id: string): string =>
  id
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/^[\s"'`(<[{]+|[\s"'`)>\]}]+$/g, '');

/** Words are told apart by blanks; ids also by `_` and `-`. */
const inWords = (word: string): string => word.replace(/[\s_-]+/g, ' ').trim();

/** True for an id that stands for nobody in particular, as `guest`, `null` and `undefined undefined` do. */
export function standsForNobody(id: string): boolean {
  const word = bare(id);
  if (noNumber.test(word) || unfilled.test(id.trim())) return true;
  if (nobodys.has(word) || nobodys.has(inWords(word))) return true;
  const pieces = word.split(/[\s,]+/);
  return pieces.every((piece) => nobodys.has(piece));
}
