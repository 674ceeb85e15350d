/** The words of a campaign's letter: they lie beside the records, so that a new one needs no deployment. */

import type { Customer } from '../../core/record/customer.ts';
import type { Touchpoint } from '../../core/record/touchpoint.ts';
import type { CampaignWords } from '../../ports/templates.ts';
import type { Locale } from '../rendering/choose-locale.ts';
import { MailNotRendered } from '../rendering/render-mail.ts';
import type { Sending } from './send-ports.ts';

/** `letter` for a message that shows one, nothing for others. @throws `MailNotRendered` where nobody approved it */
export async function campaignLetter(
  { world, book }: Sending,
  { template, enrolment }: Pick<Touchpoint, 'template' | 'enrolment'>,
  { enrolments, ended }: Pick<Customer, 'enrolments' | 'ended'>,
  locale: Locale,
): Promise<{ readonly letter?: Required<CampaignWords> }> {
  const { variables = [] } = book.template(template) ?? {};
  if (!variables.some((path) => path.startsWith('letter.'))) return {};
  // Let in under the campaign's id.
  const run = [...enrolments, ...ended].find(({ id }) => id === enrolment);
  const campaign = run && (await world.campaigns.load(run.key));
  if (!campaign?.approved)
    throw new MailNotRendered('The campaign of this letter is not approved: approve it.');
  return { letter: shownWords(campaign.words[locale]) };
}

/** As the message shows it: what is left out is empty. */
export const shownWords = ({ button = '', url = '', ...words }: CampaignWords): Required<CampaignWords> => ({
  ...words,
  button,
  url,
});
