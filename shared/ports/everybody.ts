/** The port of all customers at once. */
/** All customers, page by page, for what concerns many: a sale, a schedule, a new date trigger. */
export interface Everybody {
  /** A page of one of 16 shares: the ids of some hundred to some thousand customers after `cursor` (none: from the beginning), and where to go on. */
  page(
    share: number,
    cursor: string | undefined,
  ): Promise<{ readonly ids: readonly string[]; readonly next: string | undefined }>;
}
