/** One message of a scenario to one address, through SES and marked as a test: no touchpoint, no tag, counted nowhere. */
import { join } from 'node:path';
import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { fileTemplates } from '../../../shared/aws/file-templates.ts';
import { mailbox } from '../../../shared/aws/mailbox.ts';
import { sesAccount } from '../../../shared/aws/ses-account.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { isMessage, type MessageStep } from '../../../shared/core/language/steps.ts';
import { chooseLocale } from '../../../shared/service/rendering/choose-locale.ts';
import { renderMail } from '../../../shared/service/rendering/render-mail.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { OperatorRefusal, WrongUsage } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import { newestOf, productRoot } from '../library.ts';
import { sampleMail } from '../samples/sample-mail.ts';

export interface TestMail {
  readonly scenario: string;
  readonly step: string;
  readonly to: string;
  readonly locale?: string | undefined;
  /** Fields of the customer as on the wire, in place of the sample's. */
  readonly customer?: Readonly<Record<string, unknown>> | undefined;
}

interface Through {
  readonly scenarios: readonly Scenario[];
  readonly settings: Settings;
  readonly ses: SESv2Client;
}

const marks = { ja: '[テスト]', en: '[TEST]' } as const;
const compiled = join(productRoot, 'dist', 'templates');

/** Throws `WrongUsage` for a step that sends no mail, {@link OperatorRefusal} where the account may not send. */
export async function sendTest(asked: TestMail, { scenarios, settings, ses }: Through): Promise<Report> {
  if (!/^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,255}$/.test(asked.to))
    throw new WrongUsage('--to takes one mail address, such as hello@example.com.');
  const step = stepOf(asked, scenarios);
  const given = asked.customer?.locale;
  const locale = chooseLocale(
    asked.locale ?? (typeof given === 'string' ? given : undefined),
    settings.locale,
  );
  await mayBeSent(ses);
  const { subject, html, text, headers } = await render(step, locale, asked, settings);
  const part = (Data: string) => ({ Data, Charset: 'UTF-8' });
  const { MessageId } = await ses.send(
    new SendEmailCommand({
      FromEmailAddress: mailbox(settings.senderName, settings.sender),
      Destination: { ToAddresses: [asked.to] },
      Content: {
        Simple: {
          Subject: part(subject),
          Body: { Html: part(html), Text: part(text) },
          Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
        },
      },
    }),
  );
  const { scenario, step: name, to } = asked;
  return {
    lines: [`sent  ${subject} [${step.template}, ${locale}] to ${to}, as a test: nothing is counted`],
    data: {
      scenario,
      step: name,
      template: step.template,
      locale,
      subject,
      to,
      messageId: MessageId ?? null,
    },
  };
}

function stepOf({ scenario: id, step: name }: TestMail, scenarios: readonly Scenario[]): MessageStep {
  const newest = newestOf(scenarios);
  const scenario = newest.find((one) => one.id === id);
  if (!scenario)
    throw new WrongUsage(
      `There is no scenario "${id}": take one of ${newest.map((one) => one.id).join(', ')}.`,
    );
  const mails = scenario.steps
    .filter(isMessage)
    .filter(({ channel }) => channel === undefined || channel === 'email');
  const step = mails.find((one) => one.id === name);
  if (step) return step;
  throw new WrongUsage(
    `"${name}" is no step of ${id} that sends a mail: take one of ${mails.map((one) => one.id).join(', ')}.`,
  );
}

async function mayBeSent(ses: SESv2Client): Promise<void> {
  const { sending, dailyQuota, sentLastDay } = await sesAccount({ client: ses }).read();
  if (!sending)
    throw new OperatorRefusal(
      'SES has paused this account’s sending: see its reputation in the console of SES.',
    );
  if (dailyQuota !== undefined && sentLastDay >= dailyQuota)
    throw new OperatorRefusal('The account has sent its quota of 24 hours: try again later.');
}

/** Links lead nowhere and unsubscribe nobody, so no header promises that they do. */
async function render(step: MessageStep, locale: 'ja' | 'en', asked: TestMail, settings: Settings) {
  const { template, id } = step;
  const source = await fileTemplates({ directory: compiled, fallback: locale }).load(template, locale);
  const sample = sampleMail(source, { template, locale, sample: 'usual', brand: 'wordmark' });
  const profile = { ...sample.profile, ...asked.customer, email: asked.to };
  const { subject, html, text, headers } = renderMail({ ...sample, profile, settings });
  const { 'List-Unsubscribe': _, 'List-Unsubscribe-Post': __, ...others } = headers;
  return {
    subject: `${marks[locale]} ${subject}`,
    html,
    text,
    headers: { ...others, 'X-Tsunagu-Test': `${asked.scenario}/${id}` },
  };
}
