/** Five weeks with it: is the customer using it, and is it what the customer expected? */
import type { Survey } from '../../core/language/survey.ts';

export const pulseSurvey = {
  id: 'pulse',
  version: 1,
  questions: [
    {
      id: 'using',
      ask: { ja: 'お求めの品を、いまもお使いですか。', en: 'Are you using what you chose?' },
      choices: [
        { id: 'yes', label: { ja: 'はい、よく使っている', en: 'Yes, often' } },
        { id: 'sometimes', label: { ja: 'ときどき', en: 'Now and then' } },
        { id: 'stopped', label: { ja: 'いまは使っていない', en: 'I have stopped' } },
      ],
    },
    {
      id: 'result',
      ask: { ja: '使ってみて、期待とくらべていかがでしたか。', en: 'How is it, against what you expected?' },
      choices: [
        { id: 'above', label: { ja: '期待以上', en: 'Better' } },
        { id: 'as-expected', label: { ja: '期待どおり', en: 'As I expected' } },
        { id: 'below', label: { ja: '期待ほどではなかった', en: 'Less than I hoped' } },
      ],
    },
  ],
  categories: [
    {
      id: 'let-down',
      means: 'It is less than the customer had hoped for.',
      when: { the: 'event.extra.survey.answers.result', is: 'below' },
    },
    {
      id: 'stopped',
      means: 'Does not use it any more.',
      when: { the: 'event.extra.survey.answers.using', is: 'stopped' },
    },
    {
      id: 'delighted',
      means: 'It is better than the customer had expected.',
      when: { the: 'event.extra.survey.answers.result', is: 'above' },
    },
    { id: 'content', means: 'Uses it, and it is as expected.' },
  ],
  low: { the: 'event.extra.survey.answers.result', is: 'below' },
} as const satisfies Survey;
