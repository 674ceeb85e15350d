/** How a consent is known: the words for it that the engine itself gives or goes by; a storefront may use its own. */

/** The tick box of an order or an account, as against an explicit word of the storefront or of the customer. */
export const impliedSource = 'accepts-marketing';
/** A tick box left empty where nothing was granted: no consent, but no withdrawal either; a later tick grants. */
export const emptyBoxSource = 'not-accepted';
/** Confirmed by the link of the mail that asked whether it was she. */
const confirmedSource = 'double-opt-in';
/** Granted on the page that only a link of her own mail opens. */
const preferenceSource = 'preference-page';
/** Given elsewhere, before the store used this product: `import`, or `import:` and the file's own word. */
export const importedSource = 'import';

export function isImported(source: string): boolean {
  return source === importedSource || source.startsWith(`${importedSource}:`);
}

/** False for a tick box and for an import: neither ever lifts a denial in words, or an unsubscribe of an address. */
export function isOwnStatement(source: string): boolean {
  return source !== impliedSource && !isImported(source);
}

/** True for a source that shows already that whoever granted reads the address. */
export function isProven(source: string): boolean {
  return source === confirmedSource || source === preferenceSource || isImported(source);
}
