/**
 * Shipped stories that wait for their next version: told as odd until then, and no fault. A rule of `check`, and what it
 * is about; a name that is no fault any more fails the tests.
 */
export const notYetMended: readonly string[] = [];
