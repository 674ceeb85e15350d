/** SES v2: takes mail into the mailbox and tells of it on the default bus. */
import { randomUUID } from 'node:crypto';
import type { EventBuses } from '../bus/bus.ts';
import { type Answer, answerJson, jsonBody, Refusal, type Request } from '../http/message.ts';
import type { Mailbox, StoredMail } from '../mail/mailbox.ts';
import { sesEvents } from '../mail/ses-events.ts';
import { readMail } from './ses-input.ts';

/** The operation a request asks for; undefined for what is not SES's. */
export function sesOperation(method: string, path: string): string | undefined {
  if (method === 'POST' && path === '/v2/email/outbound-emails') return 'SendEmail';
  if (method === 'GET' && path === '/v2/email/account') return 'GetAccount';
  return path.startsWith('/v2/email/') ? 'Unknown' : undefined;
}

const cameBack: ReadonlySet<string> = new Set(['Bounce', 'Complaint']);

export interface SesParts {
  readonly mailbox: Mailbox;
  readonly buses: EventBuses;
  readonly configurationSets: readonly string[];
  /** The kinds of events that the configuration sets publish, as SES names them: "SEND", "DELIVERY" … */
  readonly published: readonly string[];
  /** Mails a second. */
  readonly sendRate: number;
  /** Does something once the cloud's clock has come to a moment. */
  readonly at: (at_ms: number, notify: () => void) => void;
  /** How late what SES reports of a mail comes onto the bus; asked for each mail. */
  readonly feedbackDelay_ms: () => number;
  /** Told of a moment at which a bounce or a complaint is reported. */
  readonly cameBack: (at_ms: number) => void;
}

export function sesService(parts: SesParts) {
  const { mailbox, buses, configurationSets, published, sendRate } = parts;

  function sendEmail(request: Request): Answer {
    const draft = readMail(jsonBody(request));
    const set = draft.configurationSet;
    if (set !== undefined && !configurationSets.includes(set)) {
      throw new Refusal('NotFoundException', `Configuration set <${set}> does not exist.`, 404);
    }
    const at_ms = request.caller.now_ms;
    const mail = {
      ...draft,
      id: `0100${at_ms.toString(16).padStart(12, '0')}-${randomUUID()}-000000`,
      at_ms,
    };
    mailbox.keep(mail);
    if (set !== undefined) notifyOf(mail);
    return answerJson({ MessageId: mail.id });
  }

  function notifyOf(mail: StoredMail): void {
    const told_ms = mail.at_ms + parts.feedbackDelay_ms();
    const notify = () => {
      const events = sesEvents(mail).filter(({ detail }) =>
        published.includes(detail.eventType.toUpperCase()),
      );
      for (const event of events) {
        buses.put('default', { ...event, time_ms: mail.at_ms }, told_ms);
        if (cameBack.has(event.detail.eventType)) parts.cameBack(told_ms);
      }
    };
    if (told_ms === mail.at_ms) notify();
    else parts.at(told_ms, notify);
  }

  function getAccount(): Answer {
    return answerJson({
      DedicatedIpAutoWarmupEnabled: false,
      EnforcementStatus: 'HEALTHY',
      ProductionAccessEnabled: true,
      SendingEnabled: true,
      SendQuota: { Max24HourSend: -1, MaxSendRate: sendRate, SentLast24Hours: 0 },
      SuppressionAttributes: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  }

  return (operation: string, request: Request): Answer => {
    if (operation === 'SendEmail') return sendEmail(request);
    if (operation === 'GetAccount') return getAccount();
    throw new Refusal('NotFoundException', `This cloud does not offer ${request.path} of SES.`, 404);
  };
}
