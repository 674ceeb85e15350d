import { expect, test } from 'vitest';
import { earlySurvey } from '../../../shared/programs/early-survey/survey.ts';
import { hana, visitor } from './visitor.ts';

const survey = { id: 'early', version: 1, touchpoint: 't-1' };

async function reader() {
  const her = visitor();
  await her.register({ acceptsMarketing: true });
  await her.later(1);
  return { ...her, page: await her.link('s', { purpose: 'survey', survey }) };
}

test('the answer pressed in the mail stands there chosen, by number or id, and counts for nothing yet', async () => {
  const her = await reader();
  const before = her.stored();
  for (const pressed of ['2', 'unsure']) {
    const { body } = await her.get(`${her.page}?a=${pressed}`);
    expect(body.match(/value="\w+" checked/g)).toEqual(['value="unsure" checked']);
  }
  expect((await her.get(`${her.page}?a=99`)).body).not.toContain(' checked');
  await her.request('HEAD', `${her.page}?a=2`);
  expect(her.stored()).toBe(before);
  expect(her.world.bus.published.map(({ name }) => name)).not.toContain('SurveyAnswered');
});

test('every question of the survey is asked, in her language', async () => {
  const her = await reader();
  const { body } = await her.get(her.page);
  for (const { ask } of earlySurvey.questions) expect(body).toContain(ask.ja);
  const english = await her.get(`${her.page}?lang=en`);
  expect(english.headers['content-language']).toBe('en');
  expect(english.body).toContain('How do you like what you chose so far?');
});

test('what she answers is kept, told on the bus under the same id, and answered with thanks', async () => {
  const her = await reader();
  const { body } = await her.fill(`${her.page}?a=1`, { hope: ' more  quiet\u0007 evenings ' });
  expect(body).toContain('ありがとうございました');
  expect((await her.person())?.done).toContain('survey:early');
  const [told] = her.world.bus.published.filter(({ name }) => name === 'SurveyAnswered');
  expect(told?.detail).toMatchObject({
    customer: { id: hana.id },
    survey: { id: 'early', version: 1, answers: { impression: 'good', hope: 'more  quiet  evenings' } },
  });
});

test('one answer for each customer and survey: a second visit shows the thanks', async () => {
  const her = await reader();
  await her.fill(her.page, { wish: 'calm' });
  const after = her.stored();
  await her.later(24);
  expect((await her.get(her.page)).body).not.toContain('<form');
  await her.post(her.page, [['wish', 'present']]);
  const told = her.world.bus.published.filter(({ name }) => name === 'SurveyAnswered');
  expect(told).toHaveLength(1);
  expect(JSON.parse(after).done).toEqual(JSON.parse(her.stored()).done);
});

test('an answer that was not offered is none, and without any answer she is asked again', async () => {
  const her = await reader();
  const before = her.stored();
  for (const fields of [[], [['wish', 'world domination']], [['__proto__', 'x']]] as const) {
    const { body } = await her.post(her.page, fields);
    expect(body).toContain('role="alert"');
  }
  expect(her.stored()).toBe(before);
});

test('a repeat after the bus was away tells it once more and is taken in once', async () => {
  const her = await reader();
  const { world, engine } = her;
  const publish = world.bus.publish;
  Object.assign(engine.world.bus, { publish: () => Promise.reject(new Error('away')) });
  expect((await her.fill(her.page, { wish: 'calm' })).statusCode).toBe(503);
  expect((await her.person())?.done).not.toContain('survey:early');
  Object.assign(engine.world.bus, { publish });
  expect((await her.fill(her.page, { wish: 'calm' })).statusCode).toBe(200);
  expect((await her.person())?.done).toContain('survey:early');
});

test('a link for another survey, or none, opens nothing', async () => {
  const her = await reader();
  const gone = await her.link('s', { purpose: 'survey', survey: { ...survey, id: 'of-last-year' } });
  expect((await her.get(gone)).statusCode).toBe(410);
  expect((await her.get(await her.link('s', { purpose: 'preferences' }))).statusCode).toBe(400);
});
