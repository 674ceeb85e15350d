/** Mail by SES v2, one attempt for each call. */
import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Mail } from '../core/record/mail.ts';
import type { Lane } from '../core/values/lane.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { Log } from '../ports/telemetry.ts';
import { mailbox } from './mailbox.ts';
import { answerOf, outcomeOf } from './ses-outcome.ts';

interface Options {
  /** Made with `maxAttempts: 1` (`sesClient`). */
  readonly client: SESv2Client;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo?: string | undefined;
  readonly configurationSets: Readonly<Record<Lane, string>>;
  readonly log: Log;
}

/**
 * What the mail's Feedback-ID shall say before SES's own part: the campaign and the kind of mail, by which Gmail tells the
 * spam rate of each. No person: Gmail leaves out what few mails share. SES writes the header itself and takes these two
 * tags for it. Sources: Gmail's help on the feedback loop; "custom values in the Feedback-ID header", Amazon SES, 2024-06.
 */
function feedbackId({ scenario, kind }: Mail['tags']): Record<string, string> {
  return {
    ...(scenario && { 'ses:feedback-id-a': scenario }),
    ...(kind && { 'ses:feedback-id-b': kind }),
  };
}

/** `mailer` on SES. Never throws. */
export function sesMailer({ client, from, replyTo, configurationSets, log }: Options): Mailer {
  const pairs = (entries: Readonly<Record<string, string>>) =>
    Object.entries(entries).map(([Name, Value]) => ({ Name, Value }));
  const text = (Data: string) => ({ Data, Charset: 'UTF-8' });

  return {
    async send(mail) {
      if ((await client.config.maxAttempts()) !== 1) {
        // Such a client repeats a call whose answer was lost: customers would get the mail again.
        log.error('make the SES client with maxAttempts 1; until then nothing is sent');
        return { kind: 'not-sent', because: 'sending-paused' };
      }
      try {
        const { MessageId } = await client.send(
          new SendEmailCommand({
            FromEmailAddress: mailbox(from.name, from.address),
            Destination: { ToAddresses: [mail.to] },
            ...(replyTo === undefined ? {} : { ReplyToAddresses: [replyTo] }),
            Content: {
              Simple: {
                Subject: text(mail.subject),
                Body: { Html: text(mail.html), Text: text(mail.text) },
                Headers: pairs(mail.headers),
              },
            },
            EmailTags: pairs({ ...mail.tags, ...feedbackId(mail.tags) }),
            ConfigurationSetName: configurationSets[mail.lane],
          }),
        );
        if (MessageId !== undefined) return { kind: 'accepted', messageId: MessageId };
        return { kind: 'unknown', detail: 'accepted without a message id' };
      } catch (error) {
        const outcome = outcomeOf(error);
        // SES's own sentences name addresses, so only the error's name goes to the log.
        log.warn('mail-not-accepted', {
          answer: answerOf(error),
          outcome: outcome.kind === 'not-sent' ? outcome.because : outcome.kind,
          touchpoint: mail.tags.touchpoint,
        });
        return outcome;
      }
    },
  };
}
