/** The words of the sample parts in each language: an obviously made-up store. */

export type SampleLocale = 'ja' | 'en';

export const sampleWords = {
  ja: {
    product: '手つみの野草茶',
    other: '森のはちみつ',
    category: 'お茶',
    sale: '冬じたくの市',
    sample: '野草茶 お試し三包',
    voice: '朝のひとときが楽しみに',
    voiceText: '湯を注ぐと、ふわりと野の香りがします。家族もこのお茶を待つようになりました。',
    booking: '野草茶をたのしむ会',
    place: '森の蔵 本店',
    help: '使い方',
    rank: '銀の葉',
    payment: 'コンビニ払い',
    question: 'いま、いちばん知りたいことは何ですか。',
    answers: ['おいしい淹れ方', '続け方のこつ', '作り手のこと'],
    episode: '湯の温度のはなし',
  },
  en: {
    product: 'Hand-picked herb tea',
    other: 'Forest honey',
    category: 'tea',
    sale: 'Winter market',
    sample: 'Herb tea, three trial bags',
    voice: 'I look forward to mornings',
    voiceText: 'A scent of the meadow rises with the steam. By now the whole family waits for it.',
    booking: 'An afternoon of herb tea',
    place: 'Mori no Kura, main shop',
    help: 'how to use it',
    rank: 'Silver leaf',
    payment: 'convenience store',
    question: 'What would you most like to know?',
    answers: ['How to brew it well', 'How to keep it up', 'Who makes it'],
    episode: 'About the heat of the water',
  },
} as const;
