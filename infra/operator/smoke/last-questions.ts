/** What is asked when the rest has come through, and what nobody can be asked. */
import { GetScheduleCommand, ResourceNotFoundException } from '@aws-sdk/client-scheduler';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mailbox } from '../../../shared/aws/mailbox.ts';
import { sentenceOf } from '../../terminal/refusal.ts';
import type { Ground } from './ground.ts';
import { fail, pass, type Result, skip } from './result.ts';

const every_s = 15;
const patience_s = 3 * 60;

/** How long a schedule that has fired stays before it deletes itself. */
export async function askDeletion({ target, id }: Ground): Promise<Result> {
  const name = 'deletion after firing';
  for (let waited_s = 0; waited_s <= patience_s; waited_s += every_s) {
    try {
      await target.clients.scheduler.send(
        new GetScheduleCommand({ Name: `smoke-${id}-marketing`, GroupName: target.names.scheduleGroup }),
      );
    } catch (error) {
      if (error instanceof ResourceNotFoundException) {
        return pass(name, `gone when looked for, ${waited_s} s after its arrival was seen`);
      }
      return fail(name, sentenceOf(error));
    }
    await target.clock.wait(every_s);
  }
  return pass(name, 'still there three minutes after its arrival; it counts as a schedule until it goes');
}

/** A mail with both one-click headers to somebody who can look at its source. */
export async function askSignature({ target, id }: Ground, to: string | undefined): Promise<Result> {
  const name = 'DKIM of the one-click headers';
  if (!to) return skip(name, 'only a received mail shows it: give --to with an address of yours');
  const { names, settings, clients } = target;
  const link = `<https://${settings.sender.split('@').at(-1)}/smoke-${id}>`;
  try {
    await clients.ses.send(
      new SendEmailCommand({
        FromEmailAddress: mailbox(settings.senderName, settings.sender),
        Destination: { ToAddresses: [to] },
        Content: {
          Simple: {
            Subject: { Data: 'Smoke test: look at the source of this mail' },
            Body: {
              Text: { Data: 'DKIM-Signature, h=: it must name list-unsubscribe and list-unsubscribe-post.' },
            },
            Headers: [
              { Name: 'List-Unsubscribe', Value: link },
              { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
            ],
          },
        },
        ConfigurationSetName: names.configurationSet('marketing'),
      }),
    );
    return skip(
      name,
      'no API shows it: open the source of the mail just sent and see whether h= names both headers',
    );
  } catch (error) {
    return fail(name, sentenceOf(error));
  }
}

const onPricePages = 'a price is no answer of this account: see the price list of the region';

/** Open questions about AWS that no call answers. */
export const notAsked: readonly Result[] = [
  skip('validity of a ClientToken', 'only waiting shows when a token expires; names are never used twice'),
  skip('price of SES', `${onPricePages}, and the plan in the SES console`),
  skip('price of SES events on EventBridge', 'only a bill shows whether they are charged'),
  skip('price of the newer event bus', onPricePages),
  skip('price of custom events', onPricePages),
  skip('price of durable functions and Step Functions', onPricePages),
  skip('price of Application Signals', onPricePages),
  skip('the day of Node 26 on Lambda', 'Lambda has no call that lists its runtimes'),
];
