/** The port of the messages as they were compiled. */
/** A message compiled at build: Liquid sources. */
export interface CompiledTemplate {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Of a numbered message: what each number says of its own, the first at 0. */
  readonly episodes?:
    | readonly { readonly title: string; readonly paragraphs: readonly string[] }[]
    | undefined;
}

export interface Templates {
  /** Throws `UnknownTemplate` where neither the locale nor the fallback is there. */
  load(template: string, locale: string): Promise<CompiledTemplate>;
}

/** The words in one language. No Liquid: whatever stands here is shown as text. */
export interface CampaignWords {
  readonly subject: string;
  readonly preheader: string;
  readonly paragraphs: readonly string[];
  readonly button?: string | undefined;
  readonly url?: string | undefined;
}

/** A letter to many, written once and stored beside the records: its words, and whether it may go. */
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

/** One item for each campaign, under its id; no personal data. Who reads it often may be told what was there a minute ago. */
export interface Campaigns {
  load(id: string): Promise<Campaign | undefined>;
  put(campaign: Campaign): Promise<void>;
}
