import { expect, test } from 'vitest';
import { Witness } from '../../../../infra/proof/faults/witness.ts';

const body = (value: object) => Buffer.from(JSON.stringify(value));
const send = (touch: string, state: string) => ({ M: { touch: { S: touch }, state: { S: state } } });
const record = (...sends: object[]) => body({ Item: { sends: { L: sends } } });
const mail = body({ EmailTags: [{ Name: 'touchpoint', Value: 't-1' }] });

test('a message is sent once more when its second claim was saved', () => {
  const witness = new Witness();
  witness.done('dynamodb', 'PutItem', record(send('t-1', 'resent'), send('t-2', 'claimed')), 200);
  witness.done('dynamodb', 'PutItem', record(send('t-3', 'resent')), 400);
  expect([...witness.sentOnceMore]).toEqual(['t-1']);
});

test('a mail is unclear when its worker could not learn whether it went', () => {
  const witness = new Witness();
  witness.faulted('ses', 'throttle', mail);
  witness.faulted('ses', 'delay', mail);
  witness.faulted('ses', 'drop', Buffer.from(''));
  expect([...witness.unclear]).toEqual([]);
  witness.faulted('ses', 'drop', mail);
  expect([...witness.unclear]).toEqual(['t-1']);
});
