/** The file a compiled message lies in. */
export function outputName(template: string, locale: string): string {
  return `${template.replaceAll('/', '__')}.${locale}.json`;
}
