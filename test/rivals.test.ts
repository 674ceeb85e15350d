/** What other engines are known to get wrong, row by row: each row points to the tests that hold it here, by title. */
import { expect, test } from 'vitest';
import { sourceFiles } from './support/source-files.ts';

const rows: Readonly<Record<string, readonly string[]>> = {
  'the same mail again and again after a re-run or a restart': [
    'a command lets in, and a repeat of it changes nothing but arms again',
    'facts replayed twice leave the same record as once',
    'an order that was let in is let in by no replay, though its run is over and forgotten',
  ],
  'mail after unsubscribe inside a running journey': [
    'a bad address stops every mail, an unsubscribed one only marketing',
    'an unsubscribing customer gets no more letters, and the play says why',
  ],
  're-entry collides with an earlier run': [
    'no order ever has two runs of one scenario, and nobody two stories of one that restarts',
    'whileRunning "parallel" runs a story for each order',
    'whileRunning "restart" does nothing for an event older than the running one, or as old',
  ],
  'abandoned cart is hard to express': [
    'a cart that is left is shown again after an hour, a day and three days',
  ],
  'Mondays at 08:00 fires on Tuesday in Japan': [
    'Mondays at 08:00 are Mondays at 08:00 in %s, also in the weeks in which clocks change',
  ],
  'a change of clocks shifts by an hour': [
    'a day waited for keeps the hour on the wall across a change of clocks, 24 hours do not',
    'of an hour that comes twice the first is taken',
  ],
  'quiet hours across midnight swap start and end': [
    'quiet hours hold marketing to their end, on both sides of midnight',
    'quiet hours are those of her own wall',
  ],
  'a capped message is silently skipped, the customer moves on': [
    'a cap over days holds until its oldest message has left it, if the message lives so long',
    'what would wait beyond its expiry never goes, for the reason it would wait for',
    'a held message tells why, and when it is asked again',
  ],
  'exit takes effect only at the end of the current step': [
    'an exit rule ends the story at once, in the middle of a wait',
    'a held message is not sent once the story has ended',
    'a state that ends a run is asked after each event and again before a message',
  ],
  'editing a live journey changes or drops people in flight': [
    'the newest version of a scenario lets people in, an older one carries those inside',
    'a run stays in its version where the newer one says %j',
    'a run goes over to the version that names its step, by its timer, and is decided there',
    'a released version that was edited fails check and lock, with what to do',
  ],
  'preview cannot use the entry event’s properties': [
    'an event of a file begins the play at its own time, with its own customer',
  ],
  'a random split is redrawn on each pass': [
    'a split takes each customer the same way each time, by its weights',
    'a holdout walks through the scenario without its messages, the same ones each time',
  ],
  'a 1-minute wait acts as 24 hours': [
    'a wait of %o is over at %s',
    'a daily round trip of 400 days sends once a day',
  ],
  'cancel by prefix also cancels cart 10 when asked for cart 1': [
    'what ends the story of order 1 leaves that of order 10 alone',
    'a return of order A never ends the story of order B',
  ],
  'opens by bots trigger branches': [
    'nothing can be asked of an opening, which a machine does as well: no event and no attribute tells of it',
    'a click that SES thinks a scanner made is not noted',
  ],
  'delayed by hours, still sent': [
    'a message a day late is too late for marketing, three days for an order',
    'a fact that moves a due into the past ends the wait at once, and a message too old is not sent',
  ],
};

const titles = new Set(
  sourceFiles('test').flatMap(({ text }) =>
    [...text.matchAll(/\btest(?:\.each\b[\s\S]*?\)\(|\()\s*(['"`])((?:\\.|(?!\1).)+)\1/g)].map(
      ([, , title = '']) => title.replaceAll("\\'", "'"),
    ),
  ),
);

test.each(Object.entries(rows))('%s: not here', (_, told) => {
  expect(told.filter((title) => !titles.has(title))).toEqual([]);
});
