/** Personal data that can be recognised wherever it turns up, and the search for it. */

export const planted = {
  email: 'Zq.Plant@Leak-Probe.example',
  name: 'Zqhanako Plantedson',
  phone: '+81 90-5550-7193',
} as const;

/** Pieces that are enough to tell who it is, also where blanks and marks were taken out. */
const pieces = [
  'zq.plant',
  'zqplant',
  'leak-probe',
  'leakprobe',
  'zqhanako',
  'plantedson',
  '5550-7193',
  '55507193',
];

/** The first piece of planted data in a text. */
export function leakIn(text: string): string | undefined {
  const lower = text.toLowerCase();
  return pieces.find((piece) => lower.includes(piece));
}
