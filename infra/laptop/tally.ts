/** What happened since the start, for `/_local/stats`. */
export class Tally {
  /** Events that PutEvents accepted. */
  events = 0;
  /** Requests of the workers, and all PutEvents, by `service.Operation`; the database counts its own. */
  readonly requests = new Map<string, number>();
  /** False until something was put, sent, set or written: until then the clock may also be set back. */
  touched = false;

  count(name: string): void {
    this.requests.set(name, (this.requests.get(name) ?? 0) + 1);
  }
}
