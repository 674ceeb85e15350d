/** Somebody of the store types the campaign's commands; the model is told what was typed, and what was put into the queue. */
import { type CampaignDraft, campaignOf } from '../../infra/operator/campaign/draft.ts';
import type { CampaignDeployment } from '../../infra/operator/campaign/reach-everybody.ts';
import { approve, stop } from '../../infra/operator/campaign/start.ts';
import { OperatorRefusal } from '../../infra/terminal/refusal.ts';
import type { IntakeMessage } from '../../shared/core/events/intake-message.ts';
import type { ScenarioBook } from '../../shared/core/language/scenario-book.ts';
import type { MemoryWorld } from '../../shared/memory/memory-world.ts';
import type { Intake } from '../../shared/ports/intake.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { approvalFaults } from './campaign-checks.ts';
import type { DecodedRecords } from './decoded-records.ts';
import type { Kernel } from './kernel.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';
import type { CampaignAct } from './storefront-campaigns.ts';

interface DeskParts {
  readonly kernel: Kernel;
  readonly memory: MemoryWorld;
  readonly decoded: DecodedRecords;
  readonly intake: Intake;
  /** The newest: an operator's code is as new as any. */
  readonly book: ScenarioBook;
  readonly settings: Settings;
  readonly oracle: Oracle;
  readonly parts: OracleParts;
}

export class CampaignDesk {
  readonly #parts: DeskParts;
  readonly #target: CampaignDeployment;
  #put: IntakeMessage[] = [];

  constructor(parts: DeskParts) {
    const { kernel, memory, decoded, intake, book, settings } = parts;
    this.#parts = parts;
    const clock = { now: async () => kernel.now, wait: async () => {} };
    const customers = { ...memory.customers, load: async (id: string) => decoded.find(id)?.customer };
    const put: Intake['put'] = async (messages) => {
      this.#put.push(...(messages as readonly IntakeMessage[]));
      await intake.put(messages);
    };
    const ports = { ...memory, customers, intake: { put } };
    this.#target = { ports, settings, clock, called: 'sim', book: () => book };
  }

  plan(acts: readonly CampaignAct[]): void {
    const { kernel } = this.#parts;
    for (const act of acts)
      kernel.at(act.at_ms, `${act.does} ${act.draft.id}`, () => {
        kernel.outside += 1;
        void this.#type(act).finally(() => {
          kernel.outside -= 1;
        });
      });
  }

  async #type({ does, draft }: CampaignAct): Promise<void> {
    const { kernel, parts } = this.#parts;
    const by = 'yuki';
    if (does === 'approve') return this.#approve(draft, by);
    const isStopped = await isDone(stop(this.#target, draft.id, { by, because: 'wrong price' }));
    if (isStopped) parts.campaigns.stopped(draft, kernel.now_ms);
  }

  async #approve(draft: CampaignDraft, by: string): Promise<void> {
    const { kernel, memory, decoded, oracle, parts } = this.#parts;
    this.#put = [];
    if (!(await memory.campaigns.load(draft.id))) await memory.campaigns.put(campaignOf(draft));
    const people = decoded.all();
    if (!(await isDone(approve(this.#target, draft, by)))) return;
    const commands = this.#put.flatMap((one) => (one.kind === 'enrol' && 'customer' in one ? [one] : []));
    approvalFaults(oracle, parts, { draft, commands, people });
    parts.campaigns.approved(draft, commands, kernel.now_ms);
  }
}

/** False where the command refused it. */
async function isDone(command: Promise<unknown>): Promise<boolean> {
  try {
    await command;
    return true;
  } catch (error) {
    if (error instanceof OperatorRefusal) return false;
    throw error;
  }
}
