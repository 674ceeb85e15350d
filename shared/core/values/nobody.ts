/** Ids that stand for nobody: what systems write where they know no customer. Under each of them many would be one. */

/** Compared in lower case and without blanks at the ends. */
const nobodys: ReadonlySet<string> = new Set([
  ...['', '-', 'null', 'undefined', 'nan', 'nil', 'none', 'n/a', '#n/a', 'false', 'true', 'infinity'],
  ...['[object object]', 'object', 'guest', 'guest user', 'anonymous', 'unknown', 'nobody', 'no id'],
  ...['ゲスト', '匿名', '不明', '非会員', 'なし'],
  // The nil UUID (RFC 9562, 5.9).
  '00000000-0000-0000-0000-000000000000',
]);

/** A zero, or a number below: `0`, `000`, `0.0`, `-1`. No shop counts its customers so. */
const noNumber = /^(?:0+(?:\.0+)?|-\d+(?:\.\d+)?)$/;

/** A template that nobody filled in: `{{ customer.id }}`, `${id}`, `<%= id %>`. */
const unfilled = /^(?:\{\{|\$\{|<%)/;

/** True for an id that stands for nobody in particular, as `guest` and `null` do. */
export function standsForNobody(id: string): boolean {
  const word = id.trim().toLowerCase();
  return nobodys.has(word) || noNumber.test(word) || unfilled.test(word);
}
