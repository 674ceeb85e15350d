/** The port of the brakes, by which mail is stopped. */
import type { Brakes } from '../core/record/brakes.ts';

export interface Control {
  /** Read with a short cache. */
  read(): Promise<Brakes>;
  write(brakes: Brakes): Promise<void>;
  /** Reads, changes and writes so that two at once both have their way. Resolves to the brakes as they are now. */
  change(by: (brakes: Brakes) => Brakes): Promise<Brakes>;
  /** What everybody was last looked at for: the digest of segments, dates and schedules. */
  lookedFor(): Promise<string | undefined>;
  noteLookedFor(digest: string): Promise<void>;
}
