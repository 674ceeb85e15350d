/** The port of the messages as they were compiled. */
/** A message compiled at build: Liquid sources. */
export interface CompiledTemplate {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Of a numbered message: what each number says of its own, the first at 0. */
  readonly episodes?:
    | readonly { readonly title: string; readonly paragraphs: readonly string[] }[]
    | undefined;
}

export interface Templates {
  /** Throws `UnknownTemplate` where neither the locale nor the fallback is there. */
  load(template: string, locale: string): Promise<CompiledTemplate>;
}
