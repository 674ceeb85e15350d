/** What the mail service tells of mails, ours and those of anyone else in the account. */
import fc from 'fast-check';
import { parseJson } from '../../functions/boundary/parse-json.ts';
import { loadTouchpoints, takeFeedback } from '../../shared/service/feedback/feedback.ts';
import { parseSesEvent } from '../../shared/service/feedback/ses-events.ts';
import { sesEnvelope } from '../support/mail-service-events.ts';
import { fuzzStore, now } from './fuzz-store.ts';
import { mustBeClean } from './guards.ts';
import { mutated } from './mutated.ts';
import { planted } from './planted.ts';
import { jsonText } from './raw.ts';
import { must, refusal, type Taken, target } from './target.ts';

const kinds = ['sent', 'delivered', 'bounced', 'complained', 'rejected', 'clicked'];
const detailTypes = [
  'Email Sent',
  'Email Delivered',
  'Email Bounced',
  'Email Complaint Received',
  'Email Rejected',
  'Email Clicked',
  'Email Opened',
  'constructor',
  'toString',
  '__proto__',
];
const timestamp = '2026-11-22T00:30:30.000Z';
const address = fc.constantFrom(
  planted.email,
  `"${planted.name}" <${planted.email}>`,
  '<'.repeat(300),
  '<a><b> ',
);
const tellings = fc.oneof(
  fc.constant({}),
  fc.record({
    bounce: fc.record({
      bounceType: fc.constantFrom('Permanent', 'Transient', 'Undetermined'),
      timestamp: fc.constant(timestamp),
      bouncedRecipients: fc.array(fc.record({ emailAddress: address }), { maxLength: 3 }),
    }),
  }),
  fc.record({
    complaint: fc.record({ complainedRecipients: fc.array(fc.record({ emailAddress: address })) }),
  }),
  fc.constant({ click: { timestamp, isBotEvent: 'Likely', link: `https://x.example/?m=${planted.email}` } }),
);
const tags = {
  store: 'mori',
  customer: 'Yy0x',
  touchpoint: 'a'.repeat(32),
  enrolment: 'b'.repeat(20),
  scenario: 'order-thanks',
  version: '1',
  step: 'thanks',
  kind: 'transactional',
  template: 'order-thanks__thanks',
};
const mail = { tags, messageId: 'm-1', to: planted.email, at: now };
const envelopes = fc
  .tuple(fc.constantFrom(...detailTypes), tellings)
  .map(([type, telling]) => sesEnvelope(type, mail, telling));

async function check(body: string): Promise<Taken> {
  const store = fuzzStore();
  try {
    const event = parseSesEvent(parseJson(body));
    if (!event) return 'ignored';
    mustBeClean(event, 'the event');
    must(kinds.includes(event.kind), `a kind of event that nobody knows: ${String(event.kind)}`);
    for (let time = 0; time < 2; time += 1) {
      await takeFeedback(store.engine, event, await loadTouchpoints(store.engine, [event]));
    }
    for (const touchpoint of await store.world.touchpoints.list('c-1')) {
      must(
        Number.isSafeInteger(touchpoint.version),
        'a touchpoint was written with a version that is no number',
      );
      mustBeClean(touchpoint, 'the touchpoint');
    }
    store.mustTellNobody();
    return 'accepted';
  } catch (error) {
    return refusal(error, 'MALFORMED_JSON', 'MALFORMED_SES_EVENT');
  }
}

export const sesFeedback = target('ses-feedback', jsonText(mutated(envelopes)), check);
