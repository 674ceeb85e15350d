/** The port of what lies beside a customer’s record. */
/** One thing kept beside a customer's record, as it is stored. */
export interface Holding {
  /** What it is and which one: `TOUCH#<id>`, `CTX#<enrolment>`, `ORDER#<order>`, `ASKED#<product>`, `CONSENT#<id>`, `WAS#<earlier id>`. */
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Everything under one customer's id but her record, whoever put it there. */
export interface Beside {
  list(customer: string): Promise<Holding[]>;
  /** By the keys that `list` gave. Safe to repeat. */
  remove(customer: string, keys: readonly string[]): Promise<void>;
  /** Remembers that another id became part of this customer; its record still holds what it held. Safe to repeat. */
  noteEarlierId(customer: string, earlier: string): Promise<void>;
  earlierIds(customer: string): Promise<string[]>;
}
