/** Why a subscription was ended: one question, and a word if the customer likes. It holds nobody back. */
import type { Survey } from '../../core/language/survey.ts';

export const subscriptionFarewellSurvey = {
  id: 'subscription-farewell',
  version: 1,
  questions: [
    {
      id: 'why',
      ask: {
        ja: '定期をおやめになった、いちばんの理由は何ですか。',
        en: 'What was the main reason why you stopped?',
      },
      choices: [
        { id: 'too-much', label: { ja: '使い切れずに余ってしまう', en: 'It piled up' } },
        { id: 'did-not-suit', label: { ja: '自分には合わなかった', en: 'It did not suit me' } },
        { id: 'price', label: { ja: '値段が続けにくかった', en: 'It cost too much to go on' } },
        { id: 'trouble', label: { ja: '届き方や対応に困った', en: 'Trouble with delivery or service' } },
        { id: 'done', label: { ja: 'もう必要がなくなった', en: 'I no longer need it' } },
      ],
    },
    {
      id: 'word',
      ask: {
        ja: '直してほしいところがあれば、ひとことお聞かせください。',
        en: 'Is there anything we should mend? A word is enough.',
      },
      choices: [],
    },
  ],
  categories: [
    {
      id: 'trouble',
      means: 'Had trouble with delivery or service.',
      when: { the: 'event.extra.survey.answers.why', is: 'trouble' },
    },
    {
      id: 'did-not-suit',
      means: 'It did not suit, or cost too much.',
      when: { the: 'event.extra.survey.answers.why', oneOf: ['did-not-suit', 'price'] },
    },
    { id: 'rhythm', means: 'Had too much of it, or needs it no more: may come back.' },
  ],
  low: { the: 'event.extra.survey.answers.why', is: 'trouble' },
} as const satisfies Survey;
