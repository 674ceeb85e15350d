/** All plays, one after the other. */
import { playConfirms } from './confirm-play.ts';
import { playOneCustomer } from './one-customer.ts';
import type { LoadOptions } from './options.ts';
import type { PlayedLoad } from './report.ts';
import { playAlone, playTogether } from './service-plays.ts';
import { playTimers } from './timers-play.ts';

/** @param tell is told what is played next */
export async function playLoad(options: LoadOptions, tell: (line: string) => void): Promise<PlayedLoad> {
  tell(`${options.thanks.toLocaleString('en')} thank-yous at 14 a second …`);
  const thanks = await playAlone('transactional', options.thanks, 14);
  tell(`${options.timers.toLocaleString('en')} timers of one minute at 50 a second …`);
  const timers = await playTimers(options.timers, 50);
  tell(`${options.sample.toLocaleString('en')} of them through the service code …`);
  const sample = await playAlone('marketing', options.sample, 50);
  tell(`${options.both.toLocaleString('en')} order mails beside as many of marketing at 14 a second …`);
  const together = await playTogether(options.both, 14);
  tell(`${options.confirms.toLocaleString('en')} sign-ups to confirm beside orders at 14 a second …`);
  const confirms = await playConfirms(options.confirms, { sendRate: 14 });
  tell(`${options.ofOne.toLocaleString('en')} orders of one customer within a minute …`);
  const ofOne = await playOneCustomer(options.ofOne, 60);
  return { thanks, timers, sample, together, confirms, ofOne };
}
