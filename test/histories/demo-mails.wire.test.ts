/** The mails of the demo are those of its history, to the byte. */
import { expect, test } from 'vitest';
import { readHistory } from './history-files.ts';
import { playedDemo } from './played-demo.ts';

/** Two of these are due at the same minute, and there is one place: which goes is not settled (marked `~`). */
const sharesOnePlace = /\t(early-survey\/ask|onboarding\/how-is-it|sunset\/still-welcome)\t/;
const mostUnsettled = 3;

test('the demo sends twenty customers the mails of its history', async () => {
  const known = readHistory('demo-mails.tsv').trimEnd().split('\n');
  const marked = (mark: string) => known.filter((line) => line[0] === mark).map((line) => line.slice(2));
  const [always, sometimes] = [marked('='), new Set(marked('~'))];
  const played = await playedDemo();
  const missing = always.filter((line) => !played.includes(line));
  const fresh = played.filter((line) => !sometimes.has(line) && !always.includes(line));
  const different = [...missing, ...fresh];
  expect(different.filter((line) => !sharesOnePlace.test(line))).toEqual([]);
  expect(different.length).toBeLessThanOrEqual(mostUnsettled);
});
