/**
 * What the rooms around the core make known to its types, by declaration merging: `shared/templates/catalogue.ts`
 * adds `template`, so that a scenario naming a template that does not exist fails to compile on its own line.
 */
// biome-ignore lint/suspicious/noEmptyInterface: merged into by the template catalogue
export interface Register {}

export type TemplateName = Register extends { template: infer Name extends string } ? Name : string;
