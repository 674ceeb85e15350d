/** How the mail account stands, published as metrics: its quota runs out, or it is stopped, before a mail says so. */
import type { Engine } from '../saving/engine.ts';

/** Never throws: a mail service that does not answer must not keep the sweep from running. */
export async function checkAccount(engine: Engine<'account' | 'log' | 'metrics'>): Promise<void> {
  const { world, settings } = engine;
  try {
    const { dailyQuota, sentLastDay, rate, sending } = await world.account.read();
    // A quota of 0 leaves nothing to send: all of it counts as used.
    const used_percent =
      dailyQuota === undefined ? 0 : dailyQuota > 0 ? (100 * sentLastDay) / dailyQuota : 100;
    // While no mail leaves the house, the setting slows nothing down and oversteps nothing.
    const tooFast = settings.mode !== 'dry-run' && settings.sendRate > rate;
    world.metrics.count('QuotaUsedPercent', used_percent);
    world.metrics.count('RateSettingAboveAccount', tooFast ? 1 : 0);
    world.metrics.count('SendingDisabled', sending ? 0 : 1);
    if (tooFast) world.log.warn('sendRate is above the account', { sendRate: settings.sendRate, rate });
    if (!sending) world.log.error('the mail service has stopped this account');
  } catch (error) {
    world.log.warn('the mail account was not reported', {
      because: error instanceof Error ? error.name : 'unknown',
    });
  }
}
