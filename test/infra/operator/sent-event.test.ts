import { expect, test } from 'vitest';
import { sentEvent } from '../../../infra/operator/ops/sent-event.ts';

const detail = { eventId: 'e-1' };

test('an event is read in each form in which it is sent, and as it lies in a queue', () => {
  const sent = { name: 'OrderPlaced', detail };
  expect(sentEvent({ 'detail-type': 'OrderPlaced', source: 'storefront', detail }, 'f')).toEqual(sent);
  expect(sentEvent({ DetailType: 'OrderPlaced', Detail: JSON.stringify(detail) }, 'f')).toEqual(sent);
});

test.each([[undefined], ['OrderPlaced'], [[]], [detail], [{ 'detail-type': 'OrderPlaced' }], [{ detail }]])(
  '%j is no event, and it is said how one looks',
  (data) => {
    expect(() => sentEvent(data, 'event.json')).toThrow(/event\.json is no event: give \{ "detail-type"/);
  },
);
