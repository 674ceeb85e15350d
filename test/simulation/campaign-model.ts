/** What a campaign's commands have come to, told from the commands alone: who was let in, for when, and when it stood still. */
import type { CampaignDraft } from '../../infra/operator/campaign/draft.ts';
import type { EnrolMessage } from '../../shared/core/events/intake-message.ts';
import type { Invocation } from './invocation.ts';

export interface CampaignTold {
  readonly draft: CampaignDraft;
  /** The earliest moment that a command gave a customer, in milliseconds since 1970. */
  readonly letIn: Map<string, number>;
  /** While it is stopped. */
  stoppedSince_ms: number | undefined;
  /** When it was last let go. */
  letGo_ms: number | undefined;
}

export class CampaignModel {
  readonly #told = new Map<string, CampaignTold>();
  /** The enrolment of each customer and campaign: `customer\ncampaign`. */
  readonly runs = new Map<string, string>();
  /** Of which command: when the run began. */
  readonly cameIn = new Map<string, string>();
  /** The touchpoints by which a letter was claimed, of each customer and campaign. */
  readonly letters = new Map<string, string>();

  find(campaign: string): CampaignTold | undefined {
    return this.#told.get(campaign);
  }

  all(): readonly CampaignTold[] {
    return [...this.#told.values()];
  }

  /** Begun, or gone on with. */
  approved(draft: CampaignDraft, commands: readonly EnrolMessage[], now_ms: number): void {
    const told = this.#of(draft);
    if (told.stoppedSince_ms !== undefined) told.letGo_ms = now_ms;
    told.stoppedSince_ms = undefined;
    for (const { customer, event } of commands) {
      const { sendAt } = (event?.campaign ?? {}) as { readonly sendAt?: string };
      const at_ms = sendAt === undefined ? 0 : Date.parse(sendAt);
      told.letIn.set(customer, Math.min(at_ms, told.letIn.get(customer) ?? at_ms));
    }
  }

  stopped(draft: CampaignDraft, now_ms: number): void {
    const told = this.#of(draft);
    told.stoppedSince_ms ??= now_ms;
  }

  /** Whether it was stopped before the invocation began, and still is. */
  isStopped(campaign: string, { begun_ms }: Invocation): boolean {
    const since_ms = this.#told.get(campaign)?.stoppedSince_ms;
    return since_ms !== undefined && since_ms < begun_ms;
  }

  #of(draft: CampaignDraft): CampaignTold {
    const known = this.#told.get(draft.id) ?? {
      draft,
      letIn: new Map(),
      stoppedSince_ms: undefined,
      letGo_ms: undefined,
    };
    this.#told.set(draft.id, known);
    return known;
  }
}
