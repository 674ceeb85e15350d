/** The import cannot begin or go on: the sentence says what to do. Nothing more than what was reported is done. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  readonly code = 'IMPORT_REFUSED';
}

/** One line that is not taken; the rest goes on. Names fields, never their values. */
export class BadRow extends Error {
  override readonly name = 'BadRow';
  readonly code = 'BAD_ROW';
}
