import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const order = { id: 'o-1', currency: 'JPY', total: 5600, items: [goodsOfLives.tea, goodsOfLives.honey] };
const delivered = [
  { day: 0, at: '20:00', tell: 'OrderPlaced', detail: { order } },
  { day: 3, tell: 'OrderDelivered', detail: { order } },
] as const;
const customer = { id: 'c-1', email: 'yui@example.com', locale: 'ja', acceptsMarketing: true };
const early = { day: 10, at: '19:00', tell: 'SurveyAnswered' } as const;
const late = { day: 93, at: '20:30', tell: 'SurveyAnswered' } as const;

/** First buyers who say what they think of it. */
export const livesOfAnswers: readonly Life[] = [
  {
    id: 'buys-for-others',
    tells: 'Answers the survey after the first order: it was a present for somebody dear.',
    days: 20,
    customer,
    happens: [
      ...delivered,
      { ...early, detail: { survey: { id: 'early', answers: { impression: 'good', wish: 'present' } } } },
    ],
  },
  {
    id: 'asks-where-from',
    tells: 'Answers that they want to know where things come from.',
    days: 20,
    customer,
    happens: [
      ...delivered,
      { ...early, detail: { survey: { id: 'early', answers: { impression: 'good', wish: 'origin' } } } },
    ],
  },
  {
    id: 'cooks-with-it',
    tells: 'Answers that they cook and bake with it.',
    days: 20,
    customer,
    happens: [
      ...delivered,
      { ...early, detail: { survey: { id: 'early', answers: { impression: 'good', wish: 'cooking' } } } },
    ],
  },
  {
    id: 'is-curious',
    tells: 'Answers that they were curious of a new taste.',
    days: 20,
    customer,
    happens: [
      ...delivered,
      { ...early, detail: { survey: { id: 'early', answers: { impression: 'good', wish: 'curious' } } } },
    ],
  },
  {
    id: 'has-stopped-using-it',
    tells: 'Answers after five weeks that it lies unused.',
    days: 45,
    customer,
    happens: [
      ...delivered,
      { ...early, day: 36, detail: { survey: { id: 'pulse', answers: { using: 'stopped' } } } },
    ],
  },
  {
    id: 'writes-a-review',
    tells: 'Writes a good review of the first order.',
    weight: 2,
    days: 30,
    customer,
    happens: [
      ...delivered,
      { day: 24, at: '20:00', tell: 'ReviewPosted', detail: { review: { productId: 'tea-100', rating: 5 } } },
    ],
  },
  {
    id: 'did-not-suit',
    tells: 'Answers after ninety days that it did not suit.',
    days: 100,
    customer,
    happens: [
      ...delivered,
      { ...late, detail: { survey: { id: 'ninety-day', answers: { reason: 'did-not-suit' } } } },
    ],
  },
  {
    id: 'finds-it-dear',
    tells: 'Answers after ninety days that the price is too high.',
    days: 100,
    customer,
    happens: [
      ...delivered,
      { ...late, detail: { survey: { id: 'ninety-day', answers: { reason: 'price' } } } },
    ],
  },
];
