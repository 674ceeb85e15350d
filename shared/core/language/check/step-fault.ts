/** What is wrong, of a step or of the scenario as a whole, and what to do. */
export interface StepFault {
  readonly step?: string;
  readonly says: string;
}
