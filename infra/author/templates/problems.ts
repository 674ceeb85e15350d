/** What may be wrong with a message's source: where, what, and what to do. */

export interface Problem {
  /** Relative to the folder of the templates. */
  readonly file: string;
  readonly line?: number | undefined;
  readonly what: string;
}

/** Thrown when templates cannot be built; lists every problem found, one a line. */
export class TemplateProblems extends Error {
  override readonly name = 'TemplateProblems';
  readonly code = 'TEMPLATE_PROBLEMS';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems.map((problem) => `  ${where(problem)} ${problem.what}`);
    super(
      `The messages cannot be built; mend ${problems.length === 1 ? 'this' : 'these'}:\n${lines.join('\n')}`,
    );
    this.problems = problems;
  }
}

function where(problem: Problem): string {
  return problem.line === undefined ? `${problem.file}:` : `${problem.file}:${problem.line}:`;
}
