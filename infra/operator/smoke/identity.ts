/** The sender's identity at SES: verified, signed, and where bounces go. */
import { GetEmailIdentityCommand, type GetEmailIdentityCommandOutput } from '@aws-sdk/client-sesv2';
import { sentenceOf } from '../../terminal/refusal.ts';
import type { Target } from '../target/target.ts';
import { fail, pass, type Result, skip } from './result.ts';

type Identity = Pick<
  GetEmailIdentityCommandOutput,
  'VerifiedForSendingStatus' | 'DkimAttributes' | 'MailFromAttributes'
>;

const names = ['identity', 'dkim', 'mail-from'] as const;

/** What SES reports of the identity of `domain`. */
export function judgeIdentity(domain: string, identity: Identity): Result[] {
  const { VerifiedForSendingStatus, DkimAttributes, MailFromAttributes } = identity;
  const dkim = DkimAttributes?.Status ?? 'NOT_STARTED';
  return [
    VerifiedForSendingStatus
      ? pass('identity', `${domain} is verified for sending`)
      : fail(
          'identity',
          `${domain} is not verified: put the DKIM records of the stack's outputs into its DNS`,
        ),
    dkim === 'SUCCESS' && DkimAttributes?.SigningEnabled
      ? pass('dkim', `mail of ${domain} is signed`)
      : fail('dkim', `its state is ${dkim}: put the DKIM records of the stack's outputs into the DNS`),
    judgeMailFrom(MailFromAttributes),
  ];
}

function judgeMailFrom(attributes: Identity['MailFromAttributes']): Result {
  const domain = attributes?.MailFromDomain;
  if (!domain) {
    return skip('mail-from', 'no MAIL FROM domain of its own is set: DMARC then rests on DKIM alone');
  }
  const state = attributes.MailFromDomainStatus;
  if (state === 'SUCCESS') return pass('mail-from', `${domain} is set up`);
  return fail('mail-from', `${domain} is in state ${state}: put its MX and SPF records into the DNS`);
}

export async function askIdentity({ clients, settings, isLocal }: Target): Promise<Result[]> {
  if (isLocal) return names.map((name) => skip(name, 'the embedded cloud has no identities'));
  const domain = settings.sender.split('@').at(-1) as string;
  const candidates = settings.identity === 'existing' ? [settings.sender, domain] : [domain];
  let problem = '';
  for (const EmailIdentity of candidates) {
    try {
      return judgeIdentity(
        EmailIdentity,
        await clients.ses.send(new GetEmailIdentityCommand({ EmailIdentity })),
      );
    } catch (error) {
      problem = `SES says nothing about ${EmailIdentity}: ${sentenceOf(error)}`;
    }
  }
  return [
    fail('identity', problem),
    ...names.slice(1).map((name) => skip(name, 'there is no identity to ask')),
  ];
}
