/** What must hold of any data that a boundary lets in. */
import { must } from './target.ts';

const prototypes: readonly object[] = [
  Object.prototype,
  Array.prototype,
  String.prototype,
  Number.prototype,
  Boolean.prototype,
  Function.prototype,
];
const members = () => prototypes.map((one) => Reflect.ownKeys(one).length).join();
const asTheyWere = members();

/** Nobody has written to what all objects share. */
export function mustBeUnpolluted(): void {
  must(members() === asTheyWere, 'a prototype that all objects share was written to');
  must(Object.getPrototypeOf(Object.prototype) === null, 'the root of all objects was given a prototype');
}

const plainParents: ReadonlySet<unknown> = new Set([Object.prototype, Array.prototype, null]);

/** No own `__proto__` waits to be copied, no half characters, nothing endlessly deep. */
export function mustBeClean(data: unknown, what: string): void {
  const open: { value: unknown; depth: number }[] = [{ value: data, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') must(value.isWellFormed(), `${what} holds half a character`);
    if (typeof value !== 'object' || value === null || 'epochNanoseconds' in value) continue;
    must(depth < 32, `${what} is more than 32 levels deep`);
    must(!Object.hasOwn(value, '__proto__'), `${what} carries a __proto__ of its own`);
    must(plainParents.has(Object.getPrototypeOf(value)), `${what} was given a prototype by its data`);
    for (const entry of Object.values(value)) open.push({ value: entry, depth: depth + 1 });
  }
}

/** Line breaks and other control characters, and marks that turn the direction of what follows. */
const unseen = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

/** Fit for the value of a mail header: one line, nothing unseen, no encoded word of somebody else's. */
export function mustBeHeaderSafe(value: string, what: string): void {
  mustBeLine(value, what);
  must(!value.includes('=?'), `${what} may be read as an encoded word: ${JSON.stringify(value)}`);
}

/** RFC 2047, 2. Single marks of one may stand in an address (RFC 5321, 4.1.2). */
const encodedWord = /=\?[^?]+\?[bq]\?[^?]*\?=/i;

/** Fit for a header that names a reader. */
export function mustBeAddressSafe(value: string, what: string): void {
  mustBeLine(value, what);
  must(!encodedWord.test(value), `${what} may be read as an encoded word: ${JSON.stringify(value)}`);
}

function mustBeLine(value: string, what: string): void {
  must(!unseen.test(value), `${what} has a character that nobody sees: ${JSON.stringify(value)}`);
  must(value.isWellFormed(), `${what} holds half a character`);
}
