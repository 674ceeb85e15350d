/** Which segments somebody asks for: time alone is watched for these; the others are asked when something else comes. */
import type { ScenarioBook } from '../language/scenario-book.ts';
import type { Segment } from '../language/segment.ts';
import type { Customer } from '../record/customer.ts';
import type { EngineSettings } from '../record/engine-settings.ts';
import { isInShare } from './in-share.ts';

interface Around {
  readonly settings: Pick<EngineSettings, 'segmentsTold'>;
  readonly book: ScenarioBook;
}

/** True where the store wants changes of this segment on the bus. */
export const isPublished = ({ segmentsTold }: Around['settings'], segment: string) =>
  segmentsTold.includes(segment);

/** The setting names a segment that is not there: mend the name. */
export class UnknownPublishedSegment extends Error {
  override readonly name = 'UnknownPublishedSegment';
  readonly code = 'UNKNOWN_SEGMENT_TOLD';
}

/** Throws {@link UnknownPublishedSegment} where the setting names what is no segment. */
export function checkPublishedSegments(
  { segmentsTold }: Around['settings'],
  segments: readonly Segment[],
): void {
  const names = segments.map(({ name }) => name);
  const unknown = segmentsTold.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new UnknownPublishedSegment(
    `The setting "segmentsTold" names "${unknown}", which is no segment: take of ${names.sort().join(', ')}.`,
  );
}

/** The segments that are published on the bus, that a scenario open to the customer names, or one the customer is in. */
export function segmentsAsked(customer: Customer, { settings, book }: Around): readonly Segment[] {
  const open = book.index.open.filter(
    (scenario) => book.segmentsOf(scenario).length > 0 && isInShare(scenario, customer),
  );
  const entered = customer.enrolments
    .filter(({ ended, scenario, version }) => !ended && book.has(scenario, version))
    .map(({ scenario, version }) => book.find(scenario, version));
  const named = new Set([...open, ...entered].flatMap((scenario) => book.segmentsOf(scenario)));
  return book.segments.filter(({ name }) => named.has(name) || isPublished(settings, name));
}
