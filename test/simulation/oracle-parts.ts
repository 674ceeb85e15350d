/** What the oracle is told, and what it says. */
import type { Temporal } from 'temporal-polyfill';
import type { ScenarioBook } from '../../shared/core/language/scenario-book.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { CampaignModel } from './campaign-model.ts';
import type { Claim } from './claim-checks.ts';
import type { Invocation } from './invocation.ts';
import type { Truth } from './truth.ts';

export interface Violation {
  readonly invariant: string;
  readonly detail: string;
  readonly step: number;
  readonly at: string;
}

export interface OracleParts {
  readonly truth: Truth;
  readonly settings: Settings;
  readonly campaigns: CampaignModel;
  /** The newest book: it holds every version there is. */
  readonly book: ScenarioBook;
  readonly now: () => { readonly step: number; readonly at: Temporal.Instant };
  /** Whether marketing, or all, has been paused since before the invocation began. */
  readonly isPaused: (kind: Claim['kind'], scenario: string, invocation: Invocation) => boolean;
}
