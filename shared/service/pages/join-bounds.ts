/** How much strangers may cause by the sign-up form, whoever they say they are: so many an hour, and one mail to one mailbox. */
import { isPausedAt } from '../../core/record/brakes.ts';
import { addressHash, mailboxHash } from '../saving/address-hash.ts';
import type { Visit } from './visit.ts';

/** As long as the link is good that was mailed to the mailbox's first address. */
const mailboxKeptFor = { hours: 24 * 7 };

/** Takes one of the hour's places, unless the form is shut: nobody could be asked. Asked before all else. */
export async function isAdmitted({ engine: { world, settings }, at }: Visit): Promise<boolean> {
  const isShut = isPausedAt(await world.control.read(), 'unconfirmed', at);
  if (isShut) return false;
  if (await world.signUps.count(at, settings.signUpsPerHour)) return true;
  world.metrics.count('SignUpRefused');
  return false;
}

/** False where the same mailbox signed up of late under an address that is written otherwise: it has been asked. */
export async function isFirstOfItsMailbox({ engine: { world }, at }: Visit, email: string): Promise<boolean> {
  const keys = await world.keys();
  const asked = { mailbox: mailboxHash(keys, email), address: addressHash(keys, email) };
  return world.signUps.keepFor(asked, at, at.add(mailboxKeptFor));
}
