/** Says in a sentence what is wrong with one setting: zod/mini ships no words of its own. */
import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

const list = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join(', ');

const a = (type: string) => `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`;

function limit(verb: 'least' | 'most', origin: string, value: number | bigint): string {
  if (origin === 'string') return verb === 'least' ? 'must not be empty' : `at most ${value} characters`;
  return origin === 'array' ? `at ${verb} ${value} entries` : `at ${verb} ${value}`;
}

function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return `is missing: give ${a(issue.expected)}`;
      return `must be ${a(issue.expected)}`;
    case 'unrecognized_keys':
      return `no such setting: ${list(issue.keys)}; check the spelling or leave it out`;
    case 'invalid_value':
      return `must be one of ${list(issue.values)}`;
    case 'too_small':
      if (issue.inclusive === false) return `must be more than ${issue.minimum}`;
      return limit('least', issue.origin, issue.minimum);
    case 'too_big':
      return limit('most', issue.origin, issue.maximum);
    case 'not_multiple_of':
      return 'must be a whole number';
    case 'invalid_format':
      return `must look like ${issue.pattern ?? issue.format}`;
    default:
      return issue.message;
  }
}

/** One line: the setting's path and what to do. An error that the schema words itself stays as it is. */
export function describeIssue(issue: Issue): string {
  const words = issue.message === 'Invalid input' ? sentenceOf(issue) : issue.message;
  return `${issue.path.join('.') || '(all)'}: ${words}`;
}
