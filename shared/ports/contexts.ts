/** The port of what an entry told and the record has no room for. */
/** The fields of an entry that are too big for the record. Written before the record; an orphan is harmless. */
export interface Contexts {
  load(customer: string, enrolment: string): Promise<Readonly<Record<string, unknown>> | undefined>;
  put(customer: string, enrolment: string, event: Readonly<Record<string, unknown>>): Promise<void>;
}
