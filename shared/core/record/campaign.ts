/** A letter to many, written once and stored beside the records: its words, and whether it may go. */

/** The words in one language. No Liquid: whatever stands here is shown as text. */
export interface CampaignWords {
  readonly subject: string;
  readonly preheader: string;
  readonly paragraphs: readonly string[];
  readonly button?: string | undefined;
  readonly url?: string | undefined;
}

export interface Campaign {
  readonly id: string;
  /** Of all that the draft says: what was approved is what goes. */
  readonly digest: string;
  readonly words: Readonly<Record<'ja' | 'en', CampaignWords>>;
  /** ISO 8601 instant from which it may go, and before which it must. */
  readonly at: string;
  readonly expiresAt: string;
  readonly approved?: { readonly by: string; readonly at: string } | undefined;
}
