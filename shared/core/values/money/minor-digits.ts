/** Digits of the minor unit by ISO 4217, where they are not two. */
const otherThanTwo: ReadonlyMap<string, number> = new Map(
  Object.entries({
    0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
    3: 'BHD IQD JOD KWD LYD OMR TND',
    4: 'CLF UYW',
  }).flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, Number(digits)] as const)),
);

/** How many decimal digits an amount of the currency has: none for JPY, two for USD, three for KWD. */
export function minorDigits(currency: string): number {
  return otherThanTwo.get(currency) ?? 2;
}
