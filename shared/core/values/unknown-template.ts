/** No compiled template is there under a name, in any locale that would do. */
export class UnknownTemplate extends Error {
  override readonly name = 'UnknownTemplate';
  readonly code = 'UNKNOWN_TEMPLATE';
  constructor(template: string, locale: string) {
    super(
      `There is no compiled template "${template}" in the store's locale "${locale}": ` +
        'run "npm run build:templates", or mend the name in the scenario.',
    );
  }
}
