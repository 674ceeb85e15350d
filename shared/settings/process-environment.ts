/** The environment of this process, touched here alone: where a program begins it is asked once, and handed on. */

export type Variables = Readonly<Record<string, string | undefined>>;

export const processEnvironment = (): Variables => process.env;

/** Sets variables for packages that look for themselves, as AWS's SDK does. Returns what puts back those before. */
export function enterEnvironment(variables: Readonly<Record<string, string>>): () => void {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  return () => {
    process.env = before;
  };
}
