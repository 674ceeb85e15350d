/** An address that nobody's browser would send is refused, and the cloud goes on: its pages, its clock, its services. */
import http from 'node:http';
import { expect, test } from 'vitest';
import { localCloud } from './local-cloud.ts';

const local = await localCloud();
const { url, clock } = local.cloud;

/** A path as it stands: `fetch` would mend some of them. */
function statusOf(path: string, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const request = http.request({ hostname, port, path, method }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    request.on('error', reject);
    request.end();
  });
}

test.each([
  '/u/%',
  '/p/%E0%A4%A',
  '/s/abc%zz',
  '/b/%ff',
  '/c/%2',
  '//',
  '/schedules/%',
  '/_local/mails/%',
  '/_local/%',
])('GET and POST %s: 400', async (path) => {
  expect([await statusOf(path), await statusOf(path, 'POST')]).toEqual([400, 400]);
});

test('afterwards the pages answer and the clock goes on', async () => {
  expect(await statusOf('/u/a-token')).toBe(201);
  const before = clock.now();
  await clock.advance('PT1H');
  expect(clock.now().since(before).total('hours')).toBeCloseTo(1, 1);
});
