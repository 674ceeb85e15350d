/** What a test's stores ask when the test is over. A file of its own: the setup of every test file imports it. */
export const atTestEnd = new Set<() => void>();
