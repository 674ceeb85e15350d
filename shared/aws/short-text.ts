/**
 * Text as bytes: one for a letter of ASCII or kana, two for a kanji among others, where UTF-8 takes three. It is the part
 * of SCSU that is needed for it (Unicode Technical Standard #6: A Standard Compression Scheme for Unicode). Each stretch
 * that is not ASCII begins anew, so that a word is the same bytes wherever it stands.
 */

/** Where each window of 128 letters begins; SCSU's own to begin with. */
const windows = [0x80, 0xc0, 0x400, 0x600, 0x900, 0x3040, 0x30a0, 0xff00] as const;
/** Katakana before hiragana, whose window holds half of it. */
const byUse = [6, 5, 7, 0, 1, 2, 3, 4] as const;
const windowLetters = 128;

const quoteOne = 0x0e;
const begin = 0x0f;
const select = 0x10;
/** In the two-byte mode: back to a window. */
const back = 0xe0;
/** What begins so means something else in the two-byte mode. */
const isTag = (unit: number): boolean => unit >= 0xe000 && unit < 0xf300;

const byteText = (...bytes: readonly number[]): string => String.fromCharCode(...bytes);
const twoBytes = (unit: number): string => byteText(unit >> 8, unit & 0xff);
const isIn = (window: number, unit: number): boolean => {
  const offset = unit - (windows[window] ?? 0);
  return offset >= 0 && offset < windowLetters;
};

const stretches = /[\u0080-\uffff]+/g;

/** Well-formed text without control characters, as JSON has it. */
export const shortBytes = (text: string): Buffer =>
  Buffer.from(text.replace(stretches, shortStretch), 'latin1');

function shortStretch(stretch: string): string {
  let out = '';
  let current = -1;
  for (let at = 0; at < stretch.length; at += 1) {
    const unit = stretch.charCodeAt(at);
    const window = current >= 0 && isIn(current, unit) ? current : byUse.find((one) => isIn(one, unit));
    if (window !== undefined) {
      if (window !== current) out += byteText(select + window);
      current = window;
      out += byteText(0x80 + unit - windows[window as 0]);
      continue;
    }
    const others = othersFrom(stretch, at);
    if (others.length < 2) {
      out += byteText(quoteOne) + twoBytes(unit);
      continue;
    }
    current = byUse[1];
    out += byteText(begin);
    for (let nth = 0; nth < others.length; nth += 1) out += twoBytes(others.charCodeAt(nth));
    out += byteText(back + current);
    at += others.length - 1;
  }
  return out;
}

/** As many units as stand in no window, one after another. */
function othersFrom(stretch: string, from: number): string {
  let to = from;
  while (to < stretch.length) {
    const unit = stretch.charCodeAt(to);
    if (isTag(unit) || windows.some((_, window) => isIn(window, unit))) break;
    to += 1;
  }
  return stretch.slice(from, to);
}

/** The reverse of {@link shortBytes}. */
export function shortText(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return isAscii.test(text) ? text : longText(bytes);
}

const isAscii = /^[\x20-\x7f]*$/;

function longText(bytes: Buffer): string {
  const units: number[] = [];
  let window = 0;
  let isTwo = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isTwo && byte >= back && byte < back + windows.length) {
      isTwo = false;
      window = byte - back;
    } else if (isTwo || byte === quoteOne) {
      if (byte === quoteOne && !isTwo) at += 1;
      units.push(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
      at += 1;
    } else if (byte === begin) isTwo = true;
    else if (byte >= select && byte < select + windows.length) window = byte - select;
    else units.push(byte < 0x80 ? byte : (windows[window] ?? 0) + byte - 0x80);
  }
  let text = '';
  for (let from = 0; from < units.length; from += 4096) text += byteText(...units.slice(from, from + 4096));
  return text;
}
