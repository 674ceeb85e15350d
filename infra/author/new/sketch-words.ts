/** The sentence a sketched message begins with. `check` warns as long as a message holds it. */
export const sketchWords = {
  ja: 'ここに本文を書きます。',
  en: 'Write the message here.',
} as const;
