/** The send lanes: messages that Scheduler or we ourselves should have written. */
import fc from 'fast-check';
import { readLaneMessage } from '../../functions/boundary/lane-message.ts';
import { parseEvent } from '../../shared/core/events/event-schema.ts';
import { enrolmentId, touchpointId } from '../../shared/core/values/ids.ts';
import { ingest } from '../../shared/service/intake/ingest.ts';
import { handleLaneMessage } from '../../shared/service/sending/handle-lane-message.ts';
import { orderDetail } from '../support/store-in-memory.ts';
import { fuzzStore, now } from './fuzz-store.ts';
import { mustBeClean } from './guards.ts';
import { mutated } from './mutated.ts';
import { jsonText } from './raw.ts';
import { must, refusal, type Taken, target } from './target.ts';

const placed = parseEvent('OrderPlaced', orderDetail('o-1', '2026-11-22T00:30:00Z'), now);
const hers = { store: 'mori', customer: 'c-1' };
const enrolment = enrolmentId({ ...hers, scenario: 'order-thanks', key: 'o-1' });
const touchpoint = touchpointId({ ...hers, enrolment, step: 'thanks', lap: 0 });

const messages = fc.oneof(
  fc.record({
    kind: fc.constant('timer'),
    customer: fc.constantFrom('c-1', 'c-2'),
    enrolment: fc.constantFrom(enrolment, 'other'),
    step: fc.constantFrom('thanks', 'other'),
    arm: fc.constantFrom(1, 2, 1e300),
    address: fc.constantFrom(undefined, 'a-hash'),
  }),
  fc.record({
    kind: fc.constant('resolve'),
    customer: fc.constantFrom('c-1', 'c-2'),
    touchpoint: fc.constantFrom(touchpoint, 'other'),
  }),
  fc.record({ kind: fc.constant('probe'), id: fc.constantFrom('probe-1') }),
);

async function check(body: string): Promise<Taken> {
  const store = fuzzStore();
  if (placed) await ingest(store.engine, 'c-1', [placed]);
  try {
    const message = readLaneMessage(body);
    mustBeClean(message, 'the message');
    await handleLaneMessage(store.sending, message);
    await store.settle(1);
    must(store.world.mailer.calls === 1, `the thank-you went ${store.world.mailer.calls} times`);
    return 'accepted';
  } catch (error) {
    return refusal(error, 'MALFORMED_JSON', 'MALFORMED_LANE_MESSAGE');
  }
}

export const laneMessages = target('lane-messages', jsonText(mutated(messages)), check);
