/** The port of letters to many. */
import type { Campaign } from '../core/record/campaign.ts';

/** One item for each campaign, under its id; no personal data. Who reads it often may be told what was there a minute ago. */
export interface Campaigns {
  load(id: string): Promise<Campaign | undefined>;
  put(campaign: Campaign): Promise<void>;
}
