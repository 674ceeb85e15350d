import emailAddresses from 'email-addresses';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMailbox } from '../../../../shared/core/values/address/parse-mailbox.ts';

type Mailbox = ReturnType<typeof parseMailbox>;

/** As the library reads it, asked every time. */
function byParser(input: string, rfc6532: boolean): Mailbox {
  const parsed = emailAddresses.parseOneAddress({ input, rfc6532 });
  return parsed?.type === 'mailbox' ? parsed : undefined;
}

const onlyMailbox = (parsed: Mailbox) =>
  parsed && { local: parsed.local, domain: parsed.domain, address: parsed.address };

/** All of printable ASCII, controls, and letters that fold into ASCII or only look like it. */
const letters = fc.constantFrom(
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ...['é', '花', 'ａ', '＠', '．', '\u00a0', '\u200b', '\u212a', '\u017f', '\u2028', '😀'],
);
/** RFC 5322, 3.2.3. */
const atext = fc.constantFrom(..."abzAZ019!#$%&'*+-/=?^_`{|}~");
const atom = fc.string({ unit: atext, minLength: 1, maxLength: 8 });
const dotAtom = fc.array(atom, { minLength: 1, maxLength: 4 }).map((atoms) => atoms.join('.'));
const address = fc.tuple(dotAtom, dotAtom).map(([local, domain]) => `${local}@${domain}`);
/** An address with one letter put in, or one taken out. */
const nearly = fc.tuple(address, fc.nat(), fc.option(letters)).map(([text, nth, letter]) => {
  const at = nth % text.length;
  return letter === null
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + letter + text.slice(at);
});
const anything = fc.string({ unit: fc.oneof(atext, letters, fc.constantFrom('@', '.')), maxLength: 12 });

test.each([
  ['a plain address', address],
  ['a nearly plain one', nearly],
  ['any text', anything],
])('%s is the mailbox that the parser finds', (_, texts) => {
  fc.assert(
    fc.property(texts, fc.boolean(), (text, inAnyScript) => {
      expect(onlyMailbox(parseMailbox(text, inAnyScript))).toEqual(onlyMailbox(byParser(text, inAnyScript)));
    }),
    { numRuns: 2000 },
  );
});
