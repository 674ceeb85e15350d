/** `result`: what became of the campaign, as far as the tables tell. */
import type { Customer } from '../../../shared/core/record/customer.ts';
import { enrolmentId, touchpointId } from '../../../shared/core/values/ids.ts';
import { engineSettings } from '../../../shared/settings/engine-settings.ts';
import { percent } from '../../terminal/percent.ts';
import type { Report } from '../../terminal/report.ts';
import { everyRecord } from '../recovery/every-record.ts';
import type { CampaignDraft } from './draft.ts';
import type { CampaignDeployment } from './reach-everybody.ts';
import { campaignScenario, runOf } from './standing.ts';

const batch = 100;

export async function result(
  target: CampaignDeployment,
  { id, topic }: Pick<CampaignDraft, 'id' | 'topic'>,
): Promise<Report> {
  const { ports, settings } = target;
  const around = { settings: engineSettings(settings), book: target.book(), at: await target.clock.now() };
  const sums = new Sums();
  let keys: (readonly [string, string])[] = [];
  const read = async () => {
    const asked = keys;
    keys = [];
    for (const touchpoint of await ports.touchpoints.loadMany(asked)) sums.add(touchpoint);
  };
  await everyRecord(ports, around, async (customer) => {
    const run = runOf(customer, id);
    if (run && !isOver(run)) sums.waiting += 1;
    keys.push([customer.id, letterOf(customer, run?.id, id, topic)]);
    if (keys.length >= batch) await read();
  });
  await read();
  return { lines: [target.called, ...sums.lines(id)], data: { campaign: id, ...sums.data() } };
}

const isOver = (run: object): boolean => !('due' in run) || ('ended' in run && run.ended !== undefined);

function letterOf(
  { store, id: customer }: Customer,
  run: string | undefined,
  campaign: string,
  step: string,
): string {
  const enrolment = run ?? enrolmentId({ store, customer, scenario: campaignScenario, key: campaign });
  return touchpointId({ store, customer, enrolment, step, lap: 0 });
}

type Told = Awaited<ReturnType<CampaignDeployment['ports']['touchpoints']['loadMany']>>[number];

class Sums {
  waiting = 0;
  readonly #states: Record<string, number> = {};
  readonly #skipped: Record<string, number> = {};
  readonly #feedback: Record<string, number> = {};

  add({ state, because, feedback }: Told): void {
    this.#states[state] = (this.#states[state] ?? 0) + 1;
    if (state === 'skipped') this.#skipped[because] = (this.#skipped[because] ?? 0) + 1;
    for (const kind of Object.keys(feedback)) this.#feedback[kind] = (this.#feedback[kind] ?? 0) + 1;
  }

  data() {
    return {
      sent: 0,
      ...this.#states,
      waiting: this.waiting,
      skippedBecause: this.#skipped,
      feedback: this.#feedback,
    };
  }

  lines(id: string): string[] {
    const { sent = 0, skipped = 0, unknown = 0 } = this.#states;
    const { clicked = 0, bounced = 0, complained = 0 } = this.#feedback;
    return [
      `${id}: 送信 ${sent} (sent), 待ち ${this.waiting} (waiting), 送らず ${skipped} (skipped)${unknown > 0 ? `, 不明 ${unknown} (unknown)` : ''}.`,
      ...Object.entries(this.#skipped).map(([why, count]) => `  ${count}  ${why}`),
      `クリック ${clicked} (${sent > 0 ? percent(clicked, sent) : '-'}), 不達 ${bounced} (bounced), 苦情 ${complained} (complaints).`,
    ];
  }
}
