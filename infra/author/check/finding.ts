/** One thing found wrong or odd: where, and what to do about it. */
export interface Finding {
  /** From the top folder, with the line where one is known. */
  readonly file: string;
  /** `after-purchase@1` */
  readonly scenario?: string | undefined;
  readonly step?: string | undefined;
  /** What is wrong, and the remedy. */
  readonly says: string;
}

export interface Findings {
  readonly faults: readonly Finding[];
  /** Odd, but it may be meant. */
  readonly warnings: readonly Finding[];
}

export const noFindings: Findings = { faults: [], warnings: [] };

export function joined(parts: readonly Findings[]): Findings {
  return {
    faults: parts.flatMap(({ faults }) => faults),
    warnings: parts.flatMap(({ warnings }) => warnings),
  };
}

/** `shared/programs/x/x.ts: x@1, step "week": what to do` */
export function findingLine({ file, scenario, step, says }: Finding): string {
  const where = [scenario, step === undefined ? undefined : `step "${step}"`].filter(
    (part) => part !== undefined,
  );
  return `${file}: ${where.length > 0 ? `${where.join(', ')}: ` : ''}${says}`;
}
