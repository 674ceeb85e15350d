/** Refuses wrong segments: two of a name, or a question that is not about the customer alone. */
import type { Segment } from '../segment.ts';
import { comparisonFaults, comparisonsOf } from './check-filter.ts';

/** Every fault, with the segment's name and what to do. */
export function segmentFaults(segments: readonly Segment[]): string[] {
  const names = segments.map(({ name }) => name);
  return segments.flatMap(({ name, means, is }, i) => {
    const faults = comparisonsOf(is).flatMap((test) => {
      const wrong = comparisonFaults(test);
      if (!test.the.startsWith('customer.'))
        wrong.push(`"${test.the}" is not about the customer; ask "customer.…"`);
      if (test.the === 'customer.segments')
        wrong.push('a segment cannot ask for segments; ask what makes the other one');
      return wrong;
    });
    if (!/^[a-z][a-z0-9-]{0,63}$/.test(name))
      faults.push('a name is 1 to 64 of a-z, 0-9 and "-", beginning with a letter');
    if (names.indexOf(name) !== i) faults.push('the name is used twice; rename one');
    if (!means) faults.push('say in one sentence what it means');
    return faults.map((fault) => `segment "${name}": ${fault}`);
  });
}
