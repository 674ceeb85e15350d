/** A row of the table of rooms. */
export interface Room {
  /** A folder, or one file. The row of the longest fitting path holds for a file. */
  readonly room: string;
  /** Folders and files it may import beside itself. */
  readonly may: readonly string[];
  /** Those of which it may import types alone. */
  readonly types?: readonly string[];
  /** The only packages it may import; any, where this is left out. */
  readonly packages?: readonly string[];
  /** It stands without AWS: no package of its SDK. */
  readonly withoutAws?: true;
}
