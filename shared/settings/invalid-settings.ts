/** Thrown when the settings are wrong; its message lists each wrong setting and what to do. */
export class InvalidSettings extends Error {
  override readonly name = 'InvalidSettings';
  readonly code = 'INVALID_SETTINGS';
}
