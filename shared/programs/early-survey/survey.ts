/** A week after the first parcel: what the customer came for. Five categories, each with a path of its own. */
import type { Survey } from '../../core/language/survey.ts';

export const earlySurvey = {
  id: 'early',
  version: 1,
  questions: [
    {
      id: 'impression',
      ask: {
        ja: 'お求めの品は、いまのところいかがですか。',
        en: 'How do you like what you chose so far?',
      },
      choices: [
        { id: 'delighted', label: { ja: 'とても気に入った', en: 'I love it' } },
        { id: 'good', label: { ja: '気に入った', en: 'I like it' } },
        { id: 'unsure', label: { ja: 'まだわからない', en: 'Too early to say' } },
        { id: 'disappointed', label: { ja: '思っていたものと違った', en: 'Not what I hoped for' } },
      ],
    },
    {
      id: 'wish',
      ask: {
        ja: 'お選びになったとき、いちばん求めていらしたのは何でしょう。',
        en: 'When you chose it, what were you looking for most?',
      },
      choices: [
        { id: 'calm', label: { ja: 'ほっとひと息つく時間', en: 'A quiet moment to myself' } },
        { id: 'cooking', label: { ja: '料理やお菓子に使うもの', en: 'Something to cook and bake with' } },
        { id: 'origin', label: { ja: '産地や原料のはっきりしたもの', en: 'To know where it comes from' } },
        { id: 'present', label: { ja: '大切な人への贈り物', en: 'A present for somebody' } },
        { id: 'curious', label: { ja: '新しい味との出会い', en: 'A taste I did not know' } },
      ],
    },
    {
      id: 'problem',
      ask: {
        ja: 'これまで、どんなことにお困りでしたか。',
        en: 'What has been in your way so far?',
      },
      choices: [
        { id: 'time', label: { ja: 'ゆっくりする時間がとれない', en: 'I never find the time' } },
        { id: 'ideas', label: { ja: '使い方がいつも同じになる', en: 'I always use it the same way' } },
        { id: 'trust', label: { ja: '何を信じて選べばよいかわからない', en: 'I do not know whom to trust' } },
        { id: 'choosing', label: { ja: '贈る相手に合うものが選べない', en: 'I cannot choose for others' } },
        { id: 'nothing', label: { ja: 'とくに困ってはいなかった', en: 'Nothing in particular' } },
      ],
    },
    {
      id: 'hope',
      ask: {
        ja: '暮らしがどう変わったら、うれしいですか。',
        en: 'What change in your days would make you happy?',
      },
      choices: [],
    },
    {
      id: 'expect',
      ask: { ja: '私たちに、いちばん期待なさることは何ですか。', en: 'What do you expect of us most?' },
      choices: [
        { id: 'how-to', label: { ja: '使い方やレシピ', en: 'Ideas and recipes' } },
        { id: 'makers', label: { ja: '作り手や産地の話', en: 'Stories of makers and places' } },
        { id: 'new', label: { ja: '新しい品の知らせ', en: 'News of what is new' } },
        { id: 'quiet', label: { ja: '必要なときだけの連絡', en: 'To hear from you only when needed' } },
      ],
    },
  ],
  categories: [
    {
      id: 'gift',
      means: 'Chooses for somebody else.',
      when: { the: 'event.extra.survey.answers.wish', is: 'present' },
    },
    {
      id: 'careful',
      means: 'Wants to know where things come from before trusting them.',
      when: {
        any: [
          { the: 'event.extra.survey.answers.wish', is: 'origin' },
          { the: 'event.extra.survey.answers.problem', is: 'trust' },
        ],
      },
    },
    {
      id: 'kitchen',
      means: 'Cooks and bakes with it.',
      when: { the: 'event.extra.survey.answers.wish', is: 'cooking' },
    },
    {
      id: 'calm',
      means: 'Looks for a quiet moment in a full day.',
      when: {
        any: [
          { the: 'event.extra.survey.answers.wish', is: 'calm' },
          { the: 'event.extra.survey.answers.problem', is: 'time' },
        ],
      },
    },
    { id: 'explorer', means: 'Is curious, or has not told us more yet.' },
  ],
  low: { the: 'event.extra.survey.answers.impression', is: 'disappointed' },
} as const satisfies Survey;
