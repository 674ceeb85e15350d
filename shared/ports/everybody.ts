/** The port of all customers at once. */
/** All customers, page by page, for what concerns many: a sale, a schedule, a new date trigger. */
export interface Everybody {
  /** Ids of at most `limit` customers after `cursor` (none: from the beginning) of one of 16 shares, and where to go on. */
  page(
    share: number,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ readonly ids: readonly string[]; readonly next: string | undefined }>;
}
