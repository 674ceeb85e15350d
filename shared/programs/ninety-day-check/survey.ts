/** Ninety days after the last order, asked of those who answered the early survey: why not, and what to improve. */
import type { Survey } from '../../core/language/survey.ts';

export const ninetyDaySurvey = {
  id: 'ninety-day',
  version: 1,
  questions: [
    {
      id: 'reason',
      ask: {
        ja: 'その後のお買い物がないのは、どれにいちばん近いでしょう。',
        en: 'Which comes closest to why you have not ordered since?',
      },
      choices: [
        { id: 'still-have', label: { ja: 'まだ残っている', en: 'I still have some' } },
        { id: 'did-not-suit', label: { ja: '自分には合わなかった', en: 'It did not suit me' } },
        { id: 'price', label: { ja: '値段が気になる', en: 'The price' } },
        { id: 'other', label: { ja: 'そのほか', en: 'Something else' } },
      ],
    },
    {
      id: 'improve',
      ask: {
        ja: '私たちが直したほうがよいところを、教えてください。',
        en: 'What should we do better?',
      },
      choices: [],
    },
  ],
  categories: [
    {
      id: 'still-have',
      means: 'Has not used it up yet.',
      when: { the: 'event.extra.survey.answers.reason', is: 'still-have' },
    },
    {
      id: 'did-not-suit',
      means: 'It was not right for the customer.',
      when: { the: 'event.extra.survey.answers.reason', is: 'did-not-suit' },
    },
    {
      id: 'price',
      means: 'Would like it, and finds it dear.',
      when: { the: 'event.extra.survey.answers.reason', is: 'price' },
    },
    { id: 'other', means: 'Another reason, or none told.' },
  ],
  low: { the: 'event.extra.survey.answers.reason', is: 'did-not-suit' },
} as const satisfies Survey;
