/** The text of a file, in the encoding that its bytes are in: what they do not tell for certain is asked, never guessed. */
import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { ImportRefused } from './import-refusal.ts';

/** What can be said with `--encoding`, and the decoder's name of it. cp932 is Shift_JIS as Windows writes it: ①, 髙. */
const decoderOf = {
  'utf-8': 'utf-8',
  cp932: 'shift_jis',
  'euc-jp': 'euc-jp',
  'windows-1252': 'windows-1252',
} as const;

export type SaidEncoding = keyof typeof decoderOf;
export const saidEncodings = Object.keys(decoderOf) as SaidEncoding[];

type Decoder = (typeof decoderOf)[SaidEncoding] | 'utf-16le' | 'utf-16be';

/** @throws {@link ImportRefused} for text that is not in that encoding */
export async function* fileText(file: string, decoder: Decoder): AsyncIterable<string> {
  const reading = new TextDecoder(decoder, { fatal: true });
  try {
    for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
      yield reading.decode(bytes, { stream: true });
    }
    yield reading.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new ImportRefused(`${file} is not ${decoder} text throughout: ${saveAnew}`, { cause });
  }
}

const saveAnew = 'save it as UTF-8 ("CSV UTF-8" in a spreadsheet).';
const saySo = `save it as UTF-8, or say what it is: --encoding ${saidEncodings.join(', ')}.`;

/** @throws {@link ImportRefused} where it cannot be told for certain */
export async function decoderFor(file: string, said: SaidEncoding | undefined): Promise<Decoder> {
  if (said !== undefined) return decoderOf[said];
  const signs = new Signs();
  let line = 0;
  for await (const bytes of byteLines(file)) {
    line += 1;
    const marked = line === 1 ? markedAs(bytes) : undefined;
    if (marked) return marked;
    signs.look(bytes, line);
  }
  return signs.tell(file);
}

function markedAs(bytes: Buffer): Decoder | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** No byte of a longer character is a line feed, neither in UTF-8 nor in Shift_JIS or EUC-JP. */
async function* byteLines(file: string): AsyncIterable<Buffer> {
  let parts: Buffer[] = [];
  for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      yield Buffer.concat([...parts, bytes.subarray(start, end)]);
      parts = [];
      start = end + 1;
    }
    parts.push(bytes.subarray(start));
  }
  yield Buffer.concat(parts);
}

const kana = /[\u3041-\u30ff]/;
/** As cp932 reads the accents of another encoding: "Müller" becomes a letter with a half-width kana in its midst. */
const gluedToLetters =
  /[A-Za-z][\p{Script=Han}\uff61-\uff9f\ue000-\uf8ff]|[\p{Script=Han}\uff61-\uff9f\ue000-\uf8ff][A-Za-z]/u;
const moreThanHalfKana = /[^\0-\x7f\uff61-\uff9f]/;

/** What the lines say for and against each encoding. */
class Signs {
  /** The first line that each cannot read. */
  readonly #against = new Map<'utf-8' | 'shift_jis' | 'euc-jp', number>();
  #noText: number | undefined;
  #isAscii = true;
  #kana = false;
  #glued = false;
  #moreThanHalfKana = false;
  /** As UTF-8: letters of three bytes, which other text holds by rare chance, and what is no letter. */
  #letters = 0;
  #broken = 0;

  look(bytes: Buffer, line: number): void {
    // NUL is UTF-16 without its mark; ESC $ begins the Japanese of ISO-2022-JP.
    if (bytes.includes(0) || bytes.includes('\x1b$')) this.#noText ??= line;
    if (isAscii(bytes)) return;
    this.#isAscii = false;
    if (!isUtf8(bytes)) this.#fails('utf-8', line);
    for (const letter of bytes.toString('utf8')) {
      if (letter === '\ufffd') this.#broken += 1;
      else if (letter >= '\u0800') this.#letters += 1;
    }
    if (decoded('euc-jp', bytes) === undefined) this.#fails('euc-jp', line);
    const japanese = decoded('shift_jis', bytes);
    if (japanese === undefined) this.#fails('shift_jis', line);
    else {
      this.#kana ||= kana.test(japanese);
      this.#glued ||= gluedToLetters.test(japanese);
      this.#moreThanHalfKana ||= moreThanHalfKana.test(japanese);
    }
  }

  tell(file: string): Decoder {
    const asUtf8 = this.#against.get('utf-8');
    const asCp932 = this.#against.get('shift_jis');
    if (this.#noText !== undefined) {
      throw new ImportRefused(
        `${file}:${this.#noText}: neither UTF-8 nor cp932, but UTF-16 or ISO-2022-JP: ${saveAnew}`,
      );
    }
    if (this.#isAscii) return 'utf-8';
    if (asUtf8 !== undefined && asCp932 !== undefined) {
      throw new ImportRefused(
        `${file} is neither UTF-8 (see line ${asUtf8}) nor cp932 (see line ${asCp932}): ${saySo}`,
      );
    }
    if (asUtf8 !== undefined && this.#letters > 0 && this.#letters >= this.#broken) {
      throw new ImportRefused(
        `${file} is UTF-8 with a broken letter in line ${asUtf8}, or cp932: export it anew, or say what it is: --encoding ${saidEncodings.join(', ')}.`,
      );
    }
    if (asCp932 !== undefined || (asUtf8 === undefined && this.#isUtf8ForSure())) return 'utf-8';
    if (asUtf8 !== undefined && this.#isCp932ForSure()) return 'shift_jis';
    throw new ImportRefused(`${file} may be cp932 (Shift_JIS) or another encoding: ${saySo}`);
  }

  /** Only half-width kana by themselves are written with the same bytes as letters of UTF-8. */
  #isUtf8ForSure(): boolean {
    return this.#moreThanHalfKana || this.#glued;
  }

  #isCp932ForSure(): boolean {
    return this.#against.has('euc-jp') && (this.#kana || !this.#glued);
  }

  #fails(encoding: 'utf-8' | 'shift_jis' | 'euc-jp', line: number): void {
    if (!this.#against.has(encoding)) this.#against.set(encoding, line);
  }
}

/** Made once, for a file has many lines; `decode` without `stream` begins anew each time. */
const readers = {
  shift_jis: new TextDecoder('shift_jis', { fatal: true }),
  'euc-jp': new TextDecoder('euc-jp', { fatal: true }),
};

/** `undefined` for what is not in the encoding, and for the control characters that its gaps are read as. */
function decoded(encoding: keyof typeof readers, bytes: Buffer): string | undefined {
  try {
    const text = readers[encoding].decode(bytes);
    return /[\u0080-\u009f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
