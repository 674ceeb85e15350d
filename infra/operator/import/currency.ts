/** The currencies there are: a code with a slip, such as JPN, would move every amount by its decimals. */
const known: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export const isCurrency = (code: string): boolean => known.has(code);
