/** The ways that are tried: timers into both lanes, an event through the rule, mails and what SES reports of them. */
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { Temporal } from 'temporal-polyfill';
import { mailbox } from '../../../shared/aws/mailbox.ts';
import { probePlace, recordPlace, touchpointPlace } from '../../../shared/aws/table-keys.ts';
import { digest } from '../../../shared/core/values/ids.ts';
import { type Lane, lanes } from '../../../shared/core/values/lane.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import { atExpression, createSchedule, type Ground } from './ground.ts';
import type { Journey } from './journey.ts';

const smokeCustomer = (id: string) => `smoke-${id}`;

/** The next whole minute at least a minute ahead: schedules are set by the minute. */
function soon(now: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds((Math.floor(now.epochMilliseconds / 60_000) + 2) * 60_000);
}

function timerJourney({ id, target }: Ground, lane: Lane): Journey {
  const probe = `smoke-${id}-${lane}`;
  return {
    name: `timer into the ${lane} lane`,
    item: probePlace(target.settings.store, probe),
    proves: () => 'PassRole, Scheduler, the queue and its function work',
    hint: `see "ops dlq show timers" and the log of ${target.names.function('sender')}`,
    async begin(ground) {
      const at = soon(await target.clock.now());
      await createSchedule(ground, lane, atExpression(at), { lane, body: { kind: 'probe', id: probe } });
    },
  };
}

function eventJourney({ id, target }: Ground): Journey {
  const { names, settings, clients } = target;
  const customer = smokeCustomer(id);
  return {
    name: 'rule into an encrypted queue',
    item: recordPlace(settings.store, customer),
    proves: () => 'an event on the bus became a record',
    hint: `a bus takes what no rule wants: see that the bus is ${names.bus} and the source ${settings.eventSource}, then "ops dlq show rules" and the log of ${names.function('ingest')}`,
    async begin() {
      const detail = {
        eventId: customer,
        occurredAt: (await target.clock.now()).toString(),
        customer: { id: customer, source: 'smoke' },
      };
      const { Entries } = await clients.events.send(
        new PutEventsCommand({
          Entries: [
            {
              EventBusName: names.bus,
              Source: settings.eventSource,
              DetailType: 'CustomerUpdated',
              Detail: JSON.stringify(detail),
            },
          ],
        }),
      );
      const { ErrorCode, ErrorMessage } = Entries?.[0] ?? {};
      if (ErrorCode) throw new OperatorRefusal(`PutEvents refused it: ${ErrorCode}: ${ErrorMessage}`);
    },
  };
}

function mailJourney({ id, target }: Ground, lane: Lane): Journey {
  const { names, settings, clients } = target;
  const customer = smokeCustomer(id);
  const touchpoint = digest(['smoke', id, lane], 32);
  const tags = {
    store: settings.store,
    customer: Buffer.from(customer, 'utf8').toString('base64url'),
    touchpoint,
    enrolment: `smoke-${id}`,
    scenario: 'smoke',
    version: '0',
    step: 'smoke',
    kind: lane,
  };
  return {
    name: `Sent event of ${lane} mail`,
    item: touchpointPlace(settings.store, customer, touchpoint),
    proves: () => 'SES took a mail to its simulator, and its event came back with our tags',
    hint: `see the event destination of ${names.configurationSet(lane)}, the rule ${names.feedbackRule} on the default bus and "ops dlq show rules"`,
    async begin() {
      await clients.ses.send(
        new SendEmailCommand({
          FromEmailAddress: mailbox(settings.senderName, settings.sender),
          Destination: { ToAddresses: ['success@simulator.amazonses.com'] },
          Content: { Simple: { Subject: { Data: 'Smoke test' }, Body: { Text: { Data: 'Smoke test' } } } },
          EmailTags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
          ConfigurationSetName: names.configurationSet(lane),
        }),
      );
    },
  };
}

export function journeysOf(ground: Ground): Journey[] {
  return [
    ...lanes.map((lane) => timerJourney(ground, lane)),
    eventJourney(ground),
    ...lanes.map((lane) => mailJourney(ground, lane)),
  ];
}
