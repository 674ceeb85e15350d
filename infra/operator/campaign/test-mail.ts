/** The letter to one address of the store's own, through the same rendering, marked as a test: nothing is counted. */
import path from 'node:path';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { fileTemplates } from '../../../shared/aws/file-templates.ts';
import { mailbox } from '../../../shared/aws/mailbox.ts';
import { renderMail } from '../../../shared/service/rendering/render-mail.ts';
import { shownWords } from '../../../shared/service/sending/campaign-letter.ts';
import { WrongUsage } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import type { Target } from '../target/target.ts';
import type { CampaignDraft } from './draft.ts';

const compiledIn = path.join(import.meta.dirname, '..', '..', '..', 'dist', 'templates');
const marks = { ja: '[テスト]', en: '[TEST]' } as const;
const template = 'campaign/letter';

export async function testMail(
  { clients, settings, clock, called }: Pick<Target, 'clients' | 'settings' | 'clock' | 'called'>,
  draft: CampaignDraft,
  { to, locale }: { readonly to: string; readonly locale: string | undefined },
): Promise<Report> {
  if (!/^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,255}$/.test(to))
    throw new WrongUsage('--to takes one mail address, such as hello@example.com.');
  if (locale !== undefined && locale !== 'ja' && locale !== 'en')
    throw new WrongUsage('--locale is ja or en.');
  const language = locale ?? settings.locale;
  const compiled = await fileTemplates({ directory: compiledIn, fallback: language }).load(
    template,
    language,
  );
  const site = settings.brand.siteUrl;
  const mail = renderMail({
    compiled,
    touchpoint: {
      id: 'a'.repeat(32),
      customer: 'test',
      enrolment: 'b'.repeat(20),
      scenario: 'campaign',
      version: 1,
      step: draft.topic,
      kind: 'marketing',
      template,
      state: 'sent',
      because: 'accepted',
      at: await clock.now(),
    },
    profile: { email: to },
    event: {},
    locale: language,
    timeZone: settings.timeZone,
    settings,
    linkBaseUrl: site,
    // They lead to the store and unsubscribe nobody, so no header promises that they do.
    links: { unsubscribe: site, preferences: site },
    more: { letter: shownWords(draft.words[language]) },
    lane: 'marketing',
  });
  const part = (Data: string) => ({ Data, Charset: 'UTF-8' });
  const subject = `${marks[language]} ${mail.subject}`;
  await clients.ses.send(
    new SendEmailCommand({
      FromEmailAddress: mailbox(settings.senderName, settings.sender),
      Destination: { ToAddresses: [to] },
      Content: {
        Simple: {
          Subject: part(subject),
          Body: { Html: part(mail.html), Text: part(mail.text) },
          Headers: [{ Name: 'X-Tsunagu-Test', Value: `campaign/${draft.id}` }],
        },
      },
    }),
  );
  return {
    lines: [`${called}: sent  ${subject} [${language}] to ${to}, as a test: nothing is counted`],
    data: { campaign: draft.id, subject, to, locale: language },
  };
}
