/** The From header of a mail: RFC 5322 for plain names, RFC 2047 for all others. */

/** A piece of at most 45 bytes fills an encoded word of 72 characters; 75 are allowed. */
const pieceAtMost_bytes = 45;

/** `"name" <address>`; a name beyond ASCII as encoded words, split between characters. Line breaks become spaces. */
export function mailbox(name: string, address: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a name carries must not end the header
  const clean = name.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
  if (clean === '') return address;
  if (/^[\x20-\x7e]+$/.test(clean)) return `"${clean.replace(/["\\]/g, '\\$&')}" <${address}>`;
  const words = pieces(clean).map((piece) => `=?UTF-8?B?${Buffer.from(piece, 'utf8').toString('base64')}?=`);
  return `${words.join(' ')} <${address}>`;
}

function pieces(text: string): string[] {
  const found: string[] = [];
  let piece = '';
  for (const character of text) {
    if (Buffer.byteLength(piece + character) > pieceAtMost_bytes) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
}
