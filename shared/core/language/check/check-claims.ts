/** Finds what a trade may not claim in what a message says. */

/** Each claim that the text makes, in the claims' own spelling. Case, width and line breaks do not hide one. */
export function claimsIn(text: string, claims: readonly string[]): string[] {
  const said = ` ${plain(text)} `;
  return claims.filter((claim) => {
    const sought = plain(claim);
    if (sought === '') return false;
    return isLatin(sought)
      ? hasWord(said, sought)
      : said.replaceAll(' ', '').includes(sought.replaceAll(' ', ''));
  });
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u200b]+/g, ' ')
    .trim();

const isLatin = (text: string) => /^[\p{Script=Latin}\p{Nd}\p{P}\p{Sm}\p{Sc} ]+$/u.test(text);

/** As whole words, so that "cures" is not found in "secures". */
function hasWord(text: string, sought: string): boolean {
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + sought.length] ?? ' ';
    if (!/[\p{L}\p{Nd}]/u.test(before) && !/[\p{L}\p{Nd}]/u.test(after)) return true;
  }
  return false;
}
