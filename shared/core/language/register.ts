/**
 * What the rooms around the core make known to its types, by declaration merging: `shared/library.ts`
 * adds `template` and `segment`, so that a scenario naming one that does not exist fails to compile on its own line.
 */
/** @public other rooms fill it by declaration merging */
// biome-ignore lint/suspicious/noEmptyInterface: empty on purpose, other rooms fill it
export interface Register {}

export type TemplateName = Register extends { template: infer Name extends string } ? Name : string;

export type SegmentName = Register extends { segment: infer Name extends string } ? Name : string;
