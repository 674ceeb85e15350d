/** Says in a few words what is wrong with the shape of data, and what to do: the schema library brings no words. */
import type * as z from 'zod/mini';

/** The schema's own words where it has some. */
export function shapeFault(issue: z.core.$ZodIssue): string {
  if (issue.message !== 'Invalid input') return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `must be of type ${issue.expected}`;
    case 'unrecognized_keys':
      return `leave out ${issue.keys.map((key) => `"${key}"`).join(', ')}: nothing here has that name`;
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${issue.origin === 'number' ? '' : ' long'}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'number' ? '' : ' long'}`;
    default:
      return 'is not what a scenario has here; see scenario.ts';
  }
}
