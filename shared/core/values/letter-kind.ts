/** What a marketing message takes of somebody's attention, as caps count it; what goes by a topic asked for by name takes none. */
export const letterKinds = ['story', 'broadcast', 'asks', 'reminds'] as const;

export type LetterKind = (typeof letterKinds)[number];

/** A request for an answer and its reminder are letters of a story as well. */
export const countsAs = (kind: LetterKind, cap: LetterKind): boolean =>
  kind === cap || (cap === 'story' && kind !== 'broadcast');
