/** What SES would tell of the mails it took, in EventBridge's shape. */
import type { SentMail } from '../../shared/memory/memory-mailer.ts';

export function sesEnvelope(
  detailType: string,
  mail: Pick<SentMail, 'tags' | 'messageId' | 'to' | 'at'>,
  extra = {},
) {
  const tags = Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]]));
  return {
    version: '0',
    id: `event-of-${mail.messageId}`,
    'detail-type': detailType,
    source: 'aws.ses',
    account: '000000000000',
    time: mail.at.toString(),
    region: 'us-east-1',
    resources: ['arn:aws:ses:us-east-1:000000000000:identity/shop.example.com'],
    detail: {
      eventType: detailType.replace('Email ', ''),
      mail: {
        timestamp: mail.at.toString(),
        source: 'hello@shop.example.com',
        messageId: mail.messageId,
        destination: [mail.to],
        headersTruncated: false,
        tags: { ...tags, 'ses:configuration-set': ['tsunagu-mori-test-marketing'] },
      },
      ...extra,
    },
  };
}
