import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkedLibrary } from '../../../infra/stack/functions/checked-library.ts';
import { exampleSettings } from '../../../shared/example/settings.ts';
import { catalogue, facts, scenarios, segments, surveys } from '../../../shared/library.ts';
import { deployedBook, deployedCheckedBook } from '../../../shared/service/saving/deployed-book.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';

const settings = parseSettings(exampleSettings);
const library = { scenarios, catalogue, segments, surveys, facts };

test('the file holds the library to the last word', () => {
  const { text, digest } = checkedLibrary();
  expect(JSON.parse(text)).toEqual(library);
  expect(digest).toBe(createHash('sha256').update(text).digest('hex'));
});

test('a book of the file says what a book of the source says', () => {
  const [ofFile, ofSource] = [
    deployedCheckedBook(JSON.parse(checkedLibrary().text), settings),
    deployedBook(library, settings),
  ];
  expect(ofFile.current).toEqual(ofSource.current);
  for (const scenario of ofFile.current) {
    const other = ofSource.find(scenario.id, scenario.version);
    expect(ofFile.fieldsOf(scenario)).toEqual(ofSource.fieldsOf(other));
    expect(ofFile.segmentsOf(scenario)).toEqual(ofSource.segmentsOf(other));
  }
});
